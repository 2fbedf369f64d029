import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import { MS_PER_DAY } from '../../src/lib/day';
import { type Edtf, parseEdtf } from '../../src/lib/edtf';

/*
 * vis-timeline as it comes: `?items=one`, the floor beneath which nothing that is made of it can be, or `?items=all`, every
 * activity of `data` in the lane of its first tag. `from` and `to` are the window.
 */
interface Item {
  id: string;
  content: string;
  start: number;
  end?: number;
  group: string;
}

interface Source {
  facets: readonly { id: string; values: readonly { id: string; broader?: string }[] }[];
  activities: readonly { id: string; date: string; title: unknown; tags?: Record<string, readonly string[]> }[];
}

const asked = new URLSearchParams(location.search);
const [from, to] = [Date.parse(asked.get('from') ?? ''), Date.parse(asked.get('to') ?? '')];
const LANES = 6;

const source: Source = await (await fetch(asked.get('data') ?? '')).json();
const isAll = asked.get('items') === 'all';
const items = isAll ? itemsOf(source) : [oneItem()];
const lanes = isAll ? items.map(({ group }) => group) : Array.from({ length: LANES }, (_, i) => `lane ${i}`);
const groups = [...new Set(lanes)].sort().map(id => ({ id, content: id }));

new Timeline(document.getElementById('timeline')!, new DataSet(items), new DataSet(groups), {
  height: 600,
  start: from,
  end: to,
  zoomKey: 'ctrlKey',
  showCurrentTime: false,
});
document.documentElement.dataset.ready = '';

function oneItem(): Item {
  return { id: 'one', content: 'One', start: from + (to - from) / 3, end: from + (to - from) / 2, group: 'lane 0' };
}

function itemsOf({ facets, activities }: Source): Item[] {
  const lanesBy = facets[1]!;
  const above = new Map(lanesBy.values.map(({ id, broader }) => [id, broader]));
  const topOf = (value: string): string => {
    const broader = above.get(value);
    return broader === undefined ? value : topOf(broader);
  };
  return activities.map(({ id, date, title, tags }) => {
    const span = parseEdtf(date);
    const { earliest, latest } = span.kind === 'problem' ? { earliest: 0, latest: 0 } : bounded(span);
    const start = earliest * MS_PER_DAY;
    const value = tags?.[lanesBy.id]?.[0];
    return {
      id,
      content: typeof title === 'string' ? title : id,
      start,
      ...(latest > earliest && { end: (latest + 1) * MS_PER_DAY }),
      group: value === undefined ? 'none' : topOf(value),
    };
  });
}

/** An open side ends one year from the other side. */
function bounded({ earliest, latest }: Edtf): { earliest: number; latest: number } {
  const far = 1e6;
  return {
    earliest: Math.abs(earliest) > far ? latest - 365 : earliest,
    latest: Math.abs(latest) > far ? earliest + 365 : latest,
  };
}
