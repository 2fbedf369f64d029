// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import { version } from 'vis-timeline/package.json';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type PrivateGroup,
  type PrivateParts,
  type PrivateRangeItem,
  privateParts,
} from '../../../../src/panels/timeline/vis/private-parts';
import { hostIn } from './host-in';

/** Everything that `private-parts.ts` declares, by where it begins. */
interface Declared {
  timeline: PrivateParts;
  lane: PrivateGroup;
  /** An item that vis-timeline has made but not drawn yet. */
  item: Omit<PrivateRangeItem, 'parent'>;
}

type Leaf =
  | HTMLElement
  | readonly unknown[]
  | ((...args: never[]) => unknown)
  | (abstract new (
      ...args: never[]
    ) => unknown);

/** `a.b.c` for each member that is not an object itself. */
type Path<T> = {
  [K in keyof T & string]-?: NonNullable<T[K]> extends Leaf
    ? K
    : NonNullable<T[K]> extends object
      ? string extends keyof NonNullable<T[K]>
        ? K
        : `${K}.${Path<NonNullable<T[K]>>}`
      : K;
}[keyof T & string];

type Kind = 'function' | 'number' | 'boolean' | 'string' | 'element' | 'array' | 'object' | 'any';

/** Not to be found in vis-timeline, because this code adds it. */
type Added = 'timeline.itemSet.constructor.types.mark';

/** Types keep this table and `private-parts.ts` equal: neither can name what the other does not. */
const PRIVATE_FIELDS: Readonly<Record<Exclude<Path<Declared>, Added>, Kind>> = {
  'timeline.emit': 'function',
  'timeline.redrawCount': 'number',
  'timeline.initialFitDone': 'boolean',
  'timeline.dom.centerContainer': 'element',
  'timeline.timeAxis.body.range.start': 'number',
  'timeline.timeAxis.body.range.end': 'number',
  'timeline.timeAxis.body.domProps.center.width': 'number',
  'timeline.timeAxis.body.util.toScreen': 'function',
  'timeline.timeAxis.dom.lines': 'array',
  'timeline.timeAxis.dom.majorTexts': 'array',
  'timeline.timeAxis.dom.minorTexts': 'array',
  'timeline.timeAxis.dom.redundant.lines': 'array',
  'timeline.timeAxis.dom.redundant.majorTexts': 'array',
  'timeline.timeAxis.dom.redundant.minorTexts': 'array',
  'timeline.timeAxis.props.minorCharWidth': 'number',
  'timeline.timeAxis.props.majorCharWidth': 'number',
  'timeline.timeAxis.options.orientation.axis': 'string',
  'timeline.timeAxis._repaintLabels': 'function',
  'timeline.timeAxis._repaintMinorText': 'function',
  'timeline.timeAxis._repaintMajorText': 'function',
  'timeline.timeAxis._repaintMinorLine': 'function',
  'timeline.timeAxis._repaintMajorLine': 'function',
  'timeline.itemSet.constructor.types.range': 'function',
  'timeline.itemSet.groups': 'object',
  'timeline.itemSet.itemsData.get': 'function',
  'timeline.itemSet._onAdd': 'function',
  'timeline.itemSet._onRemove': 'function',
  'timeline.itemSet.dom.frame': 'element',
  'timeline.itemSet.props.height': 'number',
  'timeline.itemSet.props._previousHeight': 'number',
  'lane.height': 'number',
  'lane.width': 'number',
  'lane.props.label.height': 'number',
  'lane.dom.label': 'element',
  'lane.dom.foreground': 'element',
  'lane.dom.background': 'element',
  'item.data.start': 'number',
  'item.data.end': 'number',
  'item.options.template': 'function',
  'item.conversion.toScreen': 'function',
  // Null until the item is drawn.
  'item.dom.box': 'any',
  'item.displayed': 'boolean',
  'item.dirty': 'boolean',
  'item.height': 'any',
  'item.left': 'any',
  'item.right': 'any',
  'item.width': 'any',
  'item.isVisible': 'function',
  'item.redraw': 'function',
  'item.repositionX': 'function',
  'item.repositionY': 'function',
};

function kindOf(value: unknown): Kind {
  if (value instanceof HTMLElement) return 'element';
  if (Array.isArray(value)) return 'array';
  return typeof value as Kind;
}

/** A sentence for each private field that is gone or of another kind. */
function missingIn(root: object): string[] {
  return Object.entries(PRIVATE_FIELDS).flatMap(([path, kind]) => {
    let at: unknown = root;
    for (const name of path.split('.')) {
      // `dom` of an item that is not drawn.
      if (at === null && kind === 'any') return [];
      if (typeof at !== 'object' && typeof at !== 'function') return [gone(path)];
      if (at === null || !(name in at)) return [gone(path)];
      at = at[name as never];
    }
    return kind === 'any' || kindOf(at) === kind ? [] : [`vis-timeline ${version}: \`${path}\` is no ${kind} any more`];
  });
}

function gone(path: string): string {
  return `vis-timeline ${version} has no \`${path}\` any more`;
}

/** A drawn timeline of vis-timeline's own kind of items, without the changes that this code makes. */
function drawnTimeline(): { [K in keyof Declared]: Declared[K] } {
  const items = new DataSet<{
    id: string;
    content: string;
    start: number;
    end: number;
    group: string;
    type: 'range';
  }>();
  items.add({ id: 'item', content: 'a', start: 1000, end: 2000, group: 'lane', type: 'range' });
  const container = document.body.appendChild(document.createElement('div'));
  const timeline = privateParts(
    new Timeline(container, items, new DataSet([{ id: 'lane', content: 'lane' }]), { start: 0, end: 4000 }),
  );
  timeline.emit('_change');
  const lane = timeline.itemSet.groups.lane;
  if (!lane) throw new Error('the lane is not drawn');
  const { range: Range } = timeline.itemSet.constructor.types;
  const data = { id: 'item', content: 'a', start: 1000, end: 2000 };
  const { util } = timeline.timeAxis.body;
  return { timeline, lane, item: new Range(data, util, { template: () => document.createElement('div') }) };
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(7);
});

afterEach(() => vi.restoreAllMocks());

describe('the private parts of vis-timeline', () => {
  it('are all there in the version that is installed', () => {
    expect(missingIn(drawnTimeline())).toEqual([]);
  });

  it('are named when they are gone', () => {
    const { timeline, lane, item } = drawnTimeline();
    const { frame: _, ...dom } = timeline.itemSet.dom;
    const { constructor: itemClass, _onAdd, _onRemove } = timeline.itemSet;
    const itemSet = { ...timeline.itemSet, constructor: itemClass, _onAdd, _onRemove, dom };
    const changed = { ...timeline, emit: timeline.emit, itemSet };
    const label = { ...lane, height: '20px' };
    expect(missingIn({ timeline: changed, lane: label, item })).toEqual([
      `vis-timeline ${version} has no \`timeline.itemSet.dom.frame\` any more`,
      `vis-timeline ${version}: \`lane.height\` is no number any more`,
    ]);
  });

  const folder = join(import.meta.dirname, '../../../../src/panels/timeline/vis');
  const sources = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'));
  const classes = new Set(sources.flatMap(text => [...text.matchAll(/\.(vis-[\w-]+)/g)].map(match => match[1] ?? '')));

  it.each([...classes])('give an element the class %s', name => {
    const { host, container } = hostIn(document.body);
    host.showDays(0, 10);
    host.setLanes(['lane']);
    host.setItems([{ key: 'a', lane: 'lane', earliest: 5, latest: 5 }], [{ earliest: 6, latest: 7 }]);
    host.show();
    host.draw('now');
    expect(
      container.getElementsByClassName(name).length,
      `vis-timeline ${version} has no class \`${name}\` any more`,
    ).toBeGreaterThan(0);
    host.destroy();
  });
});
