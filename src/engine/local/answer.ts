import { getOwn } from '../../lib/get-own';
import { lazyModule } from '../../lib/lazy-module';
import type {
  ActivityRow,
  Constraint,
  Density,
  LaneDensity,
  Matrix,
  MatrixQuery,
  RemovalPreview,
} from '../../model/answer';
import { choiceWithout, constraintsOf } from '../../model/constraints';
import type { Filters, Selection } from '../../model/selection';
import {
  type ColourWant,
  type CountsReply,
  isOfSelection,
  type Order,
  type Replies,
  type RowsReply,
  type Wants,
} from '../../model/wants';
import { hasBit } from './bitset';
import type { Index } from './build-index';
import { colourCounts, colourDensity } from './colours';
import type { SelectedCompared, SelectedSides } from './compare';
import { densityOf } from './density';
import { type CountCache, countFacets, countLanes } from './facets';
import { emptyFilterState, type FilterSets, type FilterState, filterSetsOf, intersectAll } from './filter-sets';
import { laneDensity, marksOf } from './marks';
import { relatedTo } from './related';
import { type MoreOfRow, neighbourOf, orderOf, rowAt, wholeActivityAt, yearsOf } from './rows';

/** Results of earlier questions, reused by later questions that need the same results. */
interface Cache {
  filterState: FilterState;
  counts: CountCache;
  density: { key: string; value: Density } | null;
  colourDensity: { key: string; value: readonly Density[] } | null;
  matrix: { key: string; value: Matrix } | null;
  /** The marks already made, by position. Consecutive answers share most marks. */
  marks: Map<number, ActivityRow>;
}

/** The code that counts a matrix. It must be loaded before a matrix is selected for the first time. */
export const matrixCode = lazyModule(() => import('./matrix'));

/** The code that compares two sides. It must be loaded before a comparison is selected for the first time. */
export const compareCode = lazyModule(() => import('./compare'));

const MAX_MARKS = 2000;

const caches = new WeakMap<Index, Cache>();

function cacheOf(index: Index): Cache {
  const known = caches.get(index) ?? {
    filterState: emptyFilterState(),
    counts: { counts: new Map(), last: new Map() },
    density: null,
    colourDensity: null,
    matrix: null,
    marks: new Map(),
  };
  caches.set(index, known);
  return known;
}

export function filterStateOf(index: Index): FilterState {
  return cacheOf(index).filterState;
}

interface Neighbours {
  previous: number | null;
  next: number | null;
  inSelection: boolean;
}

type FoundName =
  | 'compared'
  | 'differences'
  | 'density'
  | 'colourCounts'
  | 'colourDensity'
  | 'lanes'
  | 'laneDensity'
  | 'matrix'
  | 'removals';

/** The parts of the replies that need no text, and the positions whose texts `materialize` needs for the rest. */
export interface Selected {
  replies: Partial<Pick<Replies, FoundName>>;
  counts?: Omit<CountsReply, 'textLoss'>;
  rows?: Pick<RowsReply, 'start' | 'total' | 'years'> & { positions: readonly number[]; more: MoreOfRow };
  marks?: { positions: readonly number[]; compared: readonly number[] };
  sides?: SelectedSides | null;
  activity?: number | null;
  neighbours?: Neighbours | null;
  related?: readonly number[];
}

/**
 * Computes the replies to all wants except `trends` and `facts`, which do not depend on the selection. Reads no text: `materialize`
 * adds it.
 */
export function select(index: Index, selection: Selection, wants: Wants): Selected {
  const { activity, related } = wants;
  const ofActivities: Selected = {
    replies: {},
    ...(activity && { activity: index.records.positionOf(activity.id) ?? null }),
    ...(related && { related: relatedToId(index, related.id) }),
  };
  return isOfSelection(wants) ? { ...ofActivities, ...selectIn(index, selection, wants) } : ofActivities;
}

function relatedToId(index: Index, id: string): number[] {
  const position = index.records.positionOf(id);
  return position === undefined ? [] : relatedTo(index, position);
}

function selectIn(index: Index, selection: Selection, wants: Wants): Selected {
  const cache = cacheOf(index);
  const { kernel, scratch } = index;
  const filterSets = filterSetsOf(index, cache.filterState, selection);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const total = kernel.count(scratch.selection);
  const { counts, density, rows, marks, lanes, laneDensity: bins, matrix, removals, neighbours } = wants;
  const { colourCounts: counted, colourDensity: coloured } = wants;
  // `selectCompared` overwrites the scratch sets, so it comes last.
  const ofSelection: Selected = {
    replies: {},
    ...(counts && { counts: countsOf(index, cache, { filterSets, selection, total }) }),
    ...(rows && {
      rows: {
        start: rows.start,
        total,
        years: yearsOf(index, scratch.selection, rows.order),
        positions: orderOf(index, scratch.selection, rows),
        more: total <= (rows.detailUpTo ?? 0) ? 'detail' : selection.text === '' ? 'nothing' : 'summary',
      },
    }),
    ...(neighbours && { neighbours: neighboursIn(index, neighbours) }),
  };
  const found: Selected['replies'] = {
    ...(lanes && { lanes: countLanes(index, cache.counts, filterSets, lanes) }),
    ...(matrix && { matrix: cachedMatrix(index, cache, filterSets.keyOf({}), matrix) }),
    ...(counted && { colourCounts: colourCounts(index, counted) }),
    ...(coloured && { colourDensity: cachedColourDensity(index, cache, filterSets.keyOf({ window: true }), coloured) }),
    ...(removals && { removals: total === 0 ? removalPreviewsOf(index, selection) : [] }),
  };
  const ownDensity = density && cachedDensity(index, cache, filterSets.keyOf({ window: true }));
  const ownMarks = marks && marksOf(index, cache.filterState, { filters: selection, want: marks, total });
  const ownBins: LaneDensity | null = bins && total > bins.above ? laneDensity(index, bins.lanes, bins.bins) : null;
  const { compare } = selection;
  const isCompared = compare !== null && ofComparison(wants);
  const compared = isCompared ? selectOther(index, cache, compare, wants) : null;
  return {
    ...ofSelection,
    ...(ownMarks && { marks: { positions: ownMarks, compared: compared?.marks ?? [] } }),
    ...(wants.sides && { sides: compared?.sides ?? null }),
    replies: {
      ...found,
      ...(wants.compared && { compared: compared?.compared ?? null }),
      ...(wants.differences && { differences: compared?.differences ?? null }),
      ...(ownDensity && { density: { selection: ownDensity, compared: compared?.density ?? null } }),
      ...(bins && { laneDensity: { selection: ownBins, compared: compared?.laneDensity ?? null } }),
    },
  };
}

/** Returns whether any of the wants is about both sides of a comparison. */
function ofComparison({ compared, differences, sides, density, marks, laneDensity: bins }: Wants): boolean {
  return [compared, differences, sides, density, marks, bins].some(want => want !== undefined);
}

function selectOther(index: Index, { filterState, counts }: Cache, filters: Filters, wants: Wants): SelectedCompared {
  const code = compareCode.get();
  if (!code) throw new TypeError('load the code of comparisons before selecting one');
  return code.selectCompared(index, { state: filterState, counts, filters, wants });
}

function countsOf(
  index: Index,
  cache: Cache,
  { filterSets, selection, total }: { filterSets: FilterSets; selection: Selection; total: number },
): Omit<CountsReply, 'textLoss'> {
  const { kernel, scratch, inexact } = index;
  return {
    total,
    inexact: kernel.countCommon(scratch.selection, inexact),
    recorded: filterSets.window === null ? index.size : kernel.count(filterSets.window),
    facets: countFacets(index, cache.counts, filterSets, selection),
  };
}

function cachedDensity(index: Index, cache: Cache, key: string): Density {
  if (cache.density?.key !== key) cache.density = { key, value: densityOf(index, index.scratch.anyTime) };
  return cache.density.value;
}

function cachedColourDensity(index: Index, cache: Cache, selection: string, want: ColourWant): readonly Density[] {
  const key = `${selection}\n${JSON.stringify(want)}`;
  if (cache.colourDensity?.key !== key) cache.colourDensity = { key, value: colourDensity(index, want) };
  return cache.colourDensity.value;
}

function cachedMatrix(index: Index, cache: Cache, selection: string, want: MatrixQuery): Matrix {
  const key = `${selection}\n${JSON.stringify(want)}`;
  if (cache.matrix?.key !== key) {
    const code = matrixCode.get();
    if (!code) throw new TypeError('load the code of the matrix before selecting one');
    cache.matrix = { key, value: code.matrixOf(index, want) };
  }
  return cache.matrix.value;
}

function cachedMark(index: Index, { marks }: Cache, position: number): ActivityRow {
  const row = marks.get(position) ?? rowAt(index, position);
  if (marks.size >= MAX_MARKS) marks.clear();
  marks.set(position, row);
  return row;
}

function neighboursIn(index: Index, { id, order }: { id: string; order: Order }): Neighbours | null {
  const { kernel, scratch, records } = index;
  const position = records.positionOf(id);
  if (position === undefined) return null;
  const inSelection = hasBit(kernel.bits(scratch.selection), position);
  const neighbour = (offset: 1 | -1) =>
    inSelection ? neighbourOf(index, scratch.selection, order, position, offset) : null;
  return { previous: neighbour(-1), next: neighbour(1), inSelection };
}

/**
 * Returns the positions whose text must be loaded before `materialize` is called: those of the activity, its neighbours
 * and related activities. Rows and marks are not awaited; a reply without some of them is partial, and the page
 * requests it again.
 */
export function awaitedPositions({ activity = null, neighbours = null, related = [] }: Selected): number[] {
  return [activity, neighbours?.previous ?? null, neighbours?.next ?? null, ...related].filter(at => at !== null);
}

/**
 * Adds the texts to the selected results and returns the replies. Leaves out rows and marks whose text is not loaded.
 */
export function materialize(index: Index, selected: Selected): Partial<Replies> {
  const { records } = index;
  const { counts, rows, marks, sides, activity, neighbours, related } = selected;
  function row(position: number): ActivityRow;
  function row(position: number | null): ActivityRow | null;
  function row(position: number | null): ActivityRow | null {
    return position === null ? null : rowAt(index, position);
  }
  return {
    ...selected.replies,
    ...(rows && { rows: rowsReply(index, rows) }),
    ...(marks && { marks: marksReply(index, marks) }),
    ...(sides !== undefined && { sides: sides && sidesReply(index, sides) }),
    ...(activity !== undefined && { activity: activity === null ? null : wholeActivityAt(index, activity) }),
    ...(neighbours !== undefined && {
      neighbours: neighbours && { ...neighbours, previous: row(neighbours.previous), next: row(neighbours.next) },
    }),
    ...(related && { related: related.map(position => row(position)) }),
    // `textLoss` is read last, because decoding the texts above may find damaged text.
    ...(counts && { counts: { ...counts, textLoss: records.textLoss() } }),
  };
}

function rowsReply(index: Index, { positions, more, ...reply }: NonNullable<Selected['rows']>): RowsReply {
  const loaded = positions.filter(index.records.hasText);
  const rows = loaded.map(position => rowAt(index, position, more));
  return { ...reply, rows, isPartial: loaded.length < positions.length, textLoss: index.records.textLoss() };
}

function marksReply(index: Index, { positions, compared }: NonNullable<Selected['marks']>): Replies['marks'] {
  const { records } = index;
  const cache = cacheOf(index);
  const marksAt = (of: readonly number[]) =>
    of.filter(records.hasText).map(position => cachedMark(index, cache, position));
  const reply = { marks: marksAt(positions), compared: marksAt(compared) };
  const isPartial = reply.marks.length < positions.length || reply.compared.length < compared.length;
  return { ...reply, isPartial, textLoss: records.textLoss() };
}

function sidesReply(index: Index, { a, b }: SelectedSides): NonNullable<Replies['sides']> {
  const { records } = index;
  const side = ({ positions, total }: SelectedSides['a']) => ({
    rows: positions.filter(records.hasText).map(position => rowAt(index, position)),
    total,
  });
  const reply = { a: side(a), b: side(b) };
  const isPartial = reply.a.rows.length < a.positions.length || reply.b.rows.length < b.positions.length;
  return { ...reply, isPartial, textLoss: records.textLoss() };
}

/**
 * The maximum number of values with a preview of what removing them changes. A link can contain thousands of values.
 */
const MAX_PREVIEWED = 50;

function removalPreviewsOf(index: Index, selection: Selection): RemovalPreview[] {
  const hasWindow = selection.from !== null || selection.to !== null;
  const values = constraintsOf(selection.facets, '', false).slice(0, MAX_PREVIEWED);
  return [...values, ...constraintsOf({}, selection.text, hasWindow)].map(constraint => {
    const filterSets = filterSetsOf(index, cacheOf(index).filterState, withoutConstraint(selection, constraint));
    intersectAll(index, index.scratch.work, filterSets);
    return { constraint, total: index.kernel.count(index.scratch.work) };
  });
}

function withoutConstraint(selection: Selection, constraint: Constraint): Selection {
  switch (constraint.kind) {
    case 'text':
      return { ...selection, text: '' };
    case 'window':
      return { ...selection, from: null, to: null };
    case 'value': {
      const choice = getOwn(selection.facets, constraint.facet);
      if (!choice) return selection;
      const left = choiceWithout(choice, constraint.value, constraint.excluded);
      return { ...selection, facets: { ...selection.facets, [constraint.facet]: left } };
    }
  }
}
