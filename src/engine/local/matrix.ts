import type { Day } from '../../lib/day';
import type { AxisQuery, Matrix, MatrixAxis, Query, Tally } from '../../model/answer';
import { type FacetValue, NONE } from '../../model/dataset';
import type { Index } from './build-index';
import { countIn } from './counting';
import type { SetId } from './kernel-store';

/** The lines of one side before they are counted. */
interface Headings {
  headings: { value: string; set: SetId; isParent: boolean }[];
  hiddenCount: number;
}

/** Counts the selection by the values of two facets. Only pairs of lines that are wanted are looked at. */
export function matrixOf(index: Index, query: Query): Matrix | null {
  if (query.matrix === null) return null;
  const { kernel, scratch } = index;
  const { edges } = query.matrix;
  const tally = tallying(index, edges);
  const rows = headingsOf(index, query.matrix.rows);
  const columns = headingsOf(index, query.matrix.columns);
  const axis = ({ facet }: AxisQuery, { headings, hiddenCount }: Headings): MatrixAxis => ({
    facet,
    lines: headings.map(({ value, set, isParent }) => ({ value, isParent, ...tally(scratch.selection, set) })),
    hiddenCount,
  });
  return {
    rows: axis(query.matrix.rows, rows),
    columns: axis(query.matrix.columns, columns),
    edges,
    all: tally(scratch.selection, scratch.selection),
    cells: rows.headings.map(row => {
      kernel.copy(scratch.base, scratch.selection);
      kernel.intersect(scratch.base, row.set);
      return columns.headings.map(column => {
        const cell = tally(scratch.base, column.set);
        return cell.count > 0 ? cell : null;
      });
    }),
  };
}

/** Counts what two sets have in common, altogether and by bins; the outer bins take in what begins outside of them. */
function tallying({ kernel, days }: Index, edges: readonly Day[]): (a: SetId, b: SetId) => Tally {
  const last = edges.length - 1;
  const borders = days.bordersOf(edges);
  if (last < 1) return (a, b) => ({ count: kernel.countCommon(a, b), bins: [] });
  return (a, b) => {
    const counts = new Uint32Array(last);
    kernel.countRanges(a, b, borders, counts);
    const bins = Array.from(counts);
    return { count: bins.reduce((sum, count) => sum + count, 0), bins };
  };
}

/** The values with activities of the selection that are wanted, in the facet's order, and how many are left out. */
function headingsOf(index: Index, { facet: id, opened, limit }: AxisQuery): Headings {
  const facet = index.records.head.facets.find(candidate => candidate.id === id);
  const sets = index.facets.get(id);
  if (!facet || !sets) return { headings: [], hiddenCount: 0 };
  const { counts, none } = countIn(index, id, index.scratch.selection);
  const siblings = new Map<string | undefined, { value: FacetValue; place: number; count: number }[]>();
  facet.values.forEach((value, place) => {
    const count = counts[place] ?? 0;
    if (count === 0) return;
    const group = siblings.get(value.broader) ?? [];
    siblings.set(value.broader, group);
    group.push({ value, place, count });
  });
  const wanted = new Set(opened);
  const shown: { value: FacetValue; place: number; count: number }[] = [];
  let hiddenCount = 0;
  const show = (above: string | undefined) => {
    const group = siblings.get(above) ?? [];
    const heaviest = [...group].sort((a, b) => b.count - a.count).slice(0, limit);
    hiddenCount += group.length - heaviest.length;
    for (const line of heaviest) {
      shown.push(line);
      if (wanted.has(line.value.id)) show(line.value.id);
    }
  };
  show(undefined);
  const headings = shown
    .sort((a, b) => a.place - b.place)
    .map(({ value, place }) => ({ value: value.id, set: sets.first + place, isParent: siblings.has(value.id) }));
  if (none > 0) headings.push({ value: NONE, set: sets.first + sets.size - 1, isParent: false });
  return { headings, hiddenCount };
}
