import { getOwn } from '../../lib/get-own';
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
import type { Selection } from '../../model/selection';
import {
  type CountsReply,
  isOfSelection,
  type Order,
  type Replies,
  type RowsReply,
  type Wants,
} from '../../model/wants';
import { hasBit } from './bitset';
import type { Index } from './build-index';
import { selectCompared } from './compare';
import { densityOf } from './density';
import { type CountMemory, countFacets, countLanes } from './facets';
import { type FilterSets, filterSetsOf, intersectAll, type Selecting, startSelecting } from './filter-sets';
import { laneDensity, marksOf } from './marks';
import { matrixOf } from './matrix';
import { relatedTo } from './related';
import { neighbourOf, orderOf, rowAt, yearsOf } from './rows';

/** What an index remembers from one question to the next, so that only what changed is made again. */
interface Memory {
  selecting: Selecting;
  counts: CountMemory;
  density: { key: string; value: Density } | null;
  matrix: { key: string; value: Matrix } | null;
  /** Marks by position: one answer shows much of what the one before showed. */
  marks: Map<number, ActivityRow>;
}

const MAX_MARKS = 2000;

const memories = new WeakMap<Index, Memory>();

function memoryOf(index: Index): Memory {
  const known = memories.get(index) ?? {
    selecting: startSelecting(),
    counts: { made: new Map(), last: new Map() },
    density: null,
    matrix: null,
    marks: new Map(),
  };
  memories.set(index, known);
  return known;
}

/** What the filter sets of an index were made for last. */
export function selectingOf(index: Index): Selecting {
  return memoryOf(index).selecting;
}

interface Neighbours {
  previous: number | null;
  next: number | null;
  inSelection: boolean;
}

/** Replies whose texts are still to be read: everything in them but the texts, and the positions that these belong to. */
export interface Selected {
  replies: Partial<Pick<Replies, 'compared' | 'density' | 'lanes' | 'laneDensity' | 'matrix' | 'removals'>>;
  counts?: Omit<CountsReply, 'textLoss'>;
  rows?: Pick<RowsReply, 'start' | 'total' | 'years'> & { positions: readonly number[]; withSummary: boolean };
  marks?: { positions: readonly number[]; compared: readonly number[] };
  activity?: number | null;
  neighbours?: Neighbours | null;
  related?: readonly number[];
}

/** Finds what is wanted of a selection, from one state of the data. Trends depend on no selection and are not among it. */
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
  const memory = memoryOf(index);
  const { kernel, scratch } = index;
  const filterSets = filterSetsOf(index, memory.selecting, selection);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const total = kernel.count(scratch.selection);
  const { counts, density, rows, marks, lanes, laneDensity: bins, matrix, removals, neighbours } = wants;
  // What is compared overwrites the scratch sets, so everything else is found before.
  const own: Selected = {
    replies: {},
    ...(counts && { counts: countsOf(index, memory, { filterSets, selection, total }) }),
    ...(rows && {
      rows: {
        start: rows.start,
        total,
        years: yearsOf(index, scratch.selection, rows.order),
        positions: orderOf(index, scratch.selection, rows),
        withSummary: selection.text !== '',
      },
    }),
    ...(neighbours && { neighbours: neighboursIn(index, neighbours) }),
  };
  const found: Selected['replies'] = {
    ...(lanes && { lanes: countLanes(index, memory.counts, filterSets, lanes) }),
    ...(matrix && { matrix: rememberedMatrix(index, memory, filterSets.keyOf({}), matrix) }),
    ...(removals && { removals: total === 0 ? removalPreviewsOf(index, selection) : [] }),
  };
  const ownDensity = density && rememberedDensity(index, memory, filterSets.keyOf({ window: true }));
  const ownMarks = marks && marksOf(index, memory.selecting, { passed: selection, want: marks, total });
  const ownBins: LaneDensity | null = bins && total > bins.above ? laneDensity(index, bins.lanes, bins.bins) : null;
  const { compare } = selection;
  const isCompared = compare !== null && (wants.compared || density || marks || bins) !== undefined;
  const other = isCompared ? selectCompared(index, memory.selecting, { passed: selection, compare, wants }) : null;
  return {
    ...own,
    ...(ownMarks && { marks: { positions: ownMarks, compared: other?.marks ?? [] } }),
    replies: {
      ...found,
      ...(wants.compared && { compared: other && { total: other.total, both: other.both } }),
      ...(ownDensity && { density: { selection: ownDensity, compared: other?.density ?? null } }),
      ...(bins && { laneDensity: { selection: ownBins, compared: other?.laneDensity ?? null } }),
    },
  };
}

function countsOf(
  index: Index,
  memory: Memory,
  { filterSets, selection, total }: { filterSets: FilterSets; selection: Selection; total: number },
): Omit<CountsReply, 'textLoss'> {
  const { kernel, scratch, inexact } = index;
  return {
    total,
    inexact: kernel.countCommon(scratch.selection, inexact),
    recorded: filterSets.window === null ? index.size : kernel.count(filterSets.window),
    facets: countFacets(index, memory.counts, filterSets, selection),
  };
}

function rememberedDensity(index: Index, memory: Memory, key: string): Density {
  if (memory.density?.key !== key) memory.density = { key, value: densityOf(index, index.scratch.anyTime) };
  return memory.density.value;
}

function rememberedMatrix(index: Index, memory: Memory, selection: string, want: MatrixQuery): Matrix {
  const key = `${selection}\n${JSON.stringify(want)}`;
  if (memory.matrix?.key !== key) memory.matrix = { key, value: matrixOf(index, want) };
  return memory.matrix.value;
}

function rememberedMark(index: Index, { marks }: Memory, position: number): ActivityRow {
  const row = marks.get(position) ?? rowAt(index, position, false);
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

/** The positions whose text an answer can't do without. Rows and marks without text are left out and asked again. */
export function awaitedPositions({ activity = null, neighbours = null, related = [] }: Selected): number[] {
  return [activity, neighbours?.previous ?? null, neighbours?.next ?? null, ...related].filter(at => at !== null);
}

/** The replies with those of their rows and marks whose text is there. */
export function materialize(index: Index, selected: Selected): Partial<Replies> {
  const { records } = index;
  const { counts, rows, marks, activity, neighbours, related } = selected;
  function row(position: number): ActivityRow;
  function row(position: number | null): ActivityRow | null;
  function row(position: number | null): ActivityRow | null {
    return position === null ? null : rowAt(index, position, false);
  }
  return {
    ...selected.replies,
    ...(rows && { rows: rowsReply(index, rows) }),
    ...(marks && { marks: marksReply(index, marks) }),
    ...(activity !== undefined && { activity: activity === null ? null : records.activityAt(activity) }),
    ...(neighbours !== undefined && {
      neighbours: neighbours && { ...neighbours, previous: row(neighbours.previous), next: row(neighbours.next) },
    }),
    ...(related && { related: related.map(position => row(position)) }),
    // Damage inside of a text shows when it is read.
    ...(counts && { counts: { ...counts, textLoss: records.textLoss() } }),
  };
}

function rowsReply(index: Index, { positions, withSummary, ...reply }: NonNullable<Selected['rows']>): RowsReply {
  const there = positions.filter(index.records.hasText);
  const rows = there.map(position => rowAt(index, position, withSummary));
  return { ...reply, rows, isPartial: there.length < positions.length, textLoss: index.records.textLoss() };
}

function marksReply(index: Index, { positions, compared }: NonNullable<Selected['marks']>): Replies['marks'] {
  const { records } = index;
  const memory = memoryOf(index);
  const marksAt = (of: readonly number[]) =>
    of.filter(records.hasText).map(position => rememberedMark(index, memory, position));
  const reply = { marks: marksAt(positions), compared: marksAt(compared) };
  const isPartial = reply.marks.length < positions.length || reply.compared.length < compared.length;
  return { ...reply, isPartial, textLoss: records.textLoss() };
}

/** A link can hold thousands of values: for more than this, what each removal brings back is not counted. */
const MAX_PREVIEWED = 50;

function removalPreviewsOf(index: Index, selection: Selection): RemovalPreview[] {
  const hasWindow = selection.from !== null || selection.to !== null;
  const values = constraintsOf(selection.facets, '', false).slice(0, MAX_PREVIEWED);
  return [...values, ...constraintsOf({}, selection.text, hasWindow)].map(constraint => {
    const filterSets = filterSetsOf(index, memoryOf(index).selecting, withoutConstraint(selection, constraint));
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
