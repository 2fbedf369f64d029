import { getOwn } from '../../lib/get-own';
import type {
  ActivityRow,
  Answer,
  Constraint,
  Density,
  Matrix,
  OpenedActivity,
  Query,
  RemovalPreview,
} from '../../model/answer';
import { choiceWithout, constraintsOf } from '../../model/constraints';
import { hasBit } from './bitset';
import type { Index } from './build-index';
import { type SelectedCompared, selectCompared } from './compare';
import { densityOf } from './density';
import { type CountMemory, countFacets, countLanes } from './facets';
import { filterSetsOf, intersectAll, type Selecting, startSelecting } from './filter-sets';
import { laneDensity, marksOf } from './marks';
import { matrixOf } from './matrix';
import { relatedTo } from './related';
import { neighbourOf, orderOf, rowAt, yearsOf } from './rows';

/** What an index remembers from one question to the next, so that only what changed is made again. */
interface Memory {
  selecting: Selecting;
  counts: CountMemory;
  density: { key: string; value: Density } | null;
  matrix: { key: string; value: Matrix | null } | null;
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

/** An answer whose texts are still to be read: everything in it but the rows and marks, and where these stand. */
export interface Selected {
  answer: Omit<Answer, 'rows' | 'marks' | 'compared' | 'isPartial' | 'textLoss'>;
  rows: readonly number[];
  marks: readonly number[];
  compared: SelectedCompared | null;
  /** A search shows where it found what. */
  withSummary: boolean;
}

/** Finds what a query asks for, from one state of the data. */
export function select(index: Index, query: Query): Selected {
  const memory = memoryOf(index);
  const { kernel, scratch, inexact } = index;
  const filterSets = filterSetsOf(index, memory.selecting, query);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const total = kernel.count(scratch.selection);
  const marks = marksOf(index, memory.selecting, query, total);
  const found: Selected = {
    answer: {
      total,
      rowStart: query.rowStart,
      inexact: kernel.countCommon(scratch.selection, inexact),
      counts: countFacets(index, memory.counts, filterSets, query),
      density: rememberedDensity(index, memory, filterSets.keyOf({ window: true })),
      recorded: filterSets.window === null ? index.size : kernel.count(filterSets.window),
      years: yearsOf(index, scratch.selection, query.sort),
      lanes: countLanes(index, memory.counts, filterSets, query),
      laneDensity: marks.isWhole ? null : laneDensity(index, query),
      matrix: rememberedMatrix(index, memory, filterSets.keyOf({}), query),
      removalPreviews: [],
    },
    rows: orderOf(index, scratch.selection, query),
    marks: marks.positions,
    compared: null,
    withSummary: query.text !== '',
  };
  if (total === 0) found.answer.removalPreviews = removalPreviewsOf(index, query);
  found.compared = selectCompared(index, memory.selecting, query);
  return found;
}

function rememberedDensity(index: Index, memory: Memory, key: string): Density {
  if (memory.density?.key !== key) memory.density = { key, value: densityOf(index, index.scratch.anyTime) };
  return memory.density.value;
}

function rememberedMatrix(index: Index, memory: Memory, selection: string, query: Query): Matrix | null {
  if (query.matrix === null) return null;
  const key = `${selection}\n${JSON.stringify(query.matrix)}`;
  if (memory.matrix?.key !== key) memory.matrix = { key, value: matrixOf(index, query) };
  return memory.matrix.value;
}

function rememberedMark(index: Index, { marks }: Memory, position: number): ActivityRow {
  const row = marks.get(position) ?? rowAt(index, position, false);
  if (marks.size >= MAX_MARKS) marks.clear();
  marks.set(position, row);
  return row;
}

/** The answer with those of its rows and marks whose text is there. Plain, and can be cloned. */
export function materialize(index: Index, { answer, rows, marks, compared, withSummary }: Selected): Answer {
  const { records } = index;
  const there = (position: number) => records.hasText(position);
  const [presentRows, presentMarks] = [rows.filter(there), marks.filter(there)];
  const otherMarks = compared?.marks.filter(there) ?? [];
  const mark = (position: number) => rememberedMark(index, memoryOf(index), position);
  const shown = {
    rows: presentRows.map(position => rowAt(index, position, withSummary)),
    marks: presentMarks.map(mark),
    compared: compared && { ...compared.answer, marks: otherMarks.map(mark) },
  };
  return {
    ...answer,
    ...shown,
    // Damage inside of a text shows when it is read.
    textLoss: records.textLoss(),
    isPartial:
      presentRows.length < rows.length ||
      presentMarks.length < marks.length ||
      otherMarks.length < (compared?.marks.length ?? 0),
  };
}

/** What a query asks for, as far as the text has come. */
export function answer(index: Index, query: Query): Answer {
  return materialize(index, select(index, query));
}

/** A link can hold thousands of values: for more than this, what each removal brings back is not counted. */
const MAX_RELIEVED = 50;

function removalPreviewsOf(index: Index, query: Query): RemovalPreview[] {
  const hasWindow = query.from !== null || query.to !== null;
  const values = constraintsOf(query.facets, '', false).slice(0, MAX_RELIEVED);
  return [...values, ...constraintsOf({}, query.text, hasWindow)].map(constraint => {
    const filterSets = filterSetsOf(index, memoryOf(index).selecting, withoutConstraint(query, constraint));
    intersectAll(index, index.scratch.work, filterSets);
    return { constraint, total: index.kernel.count(index.scratch.work) };
  });
}

function withoutConstraint(query: Query, constraint: Constraint): Query {
  switch (constraint.kind) {
    case 'text':
      return { ...query, text: '' };
    case 'window':
      return { ...query, from: null, to: null };
    case 'value': {
      const choice = getOwn(query.facets, constraint.facet);
      if (!choice) return query;
      const left = choiceWithout(choice, constraint.value, constraint.excluded);
      return { ...query, facets: { ...query.facets, [constraint.facet]: left } };
    }
  }
}

/** Where an activity stands, and its neighbours in the query's order; null when there is none of that id. */
export interface SelectedActivity {
  position: number;
  previous: number | null;
  next: number | null;
  related: readonly number[];
  inSelection: boolean;
}

export function selectActivity(index: Index, id: string, query: Query): SelectedActivity | null {
  const position = index.records.positionOf(id);
  if (position === undefined) return null;
  const filterSets = filterSetsOf(index, memoryOf(index).selecting, query);
  intersectAll(index, index.scratch.work, filterSets);
  const inSelection = hasBit(index.kernel.bits(index.scratch.work), position);
  const neighbour = (offset: 1 | -1) =>
    inSelection ? neighbourOf(index, index.scratch.work, query.sort, position, offset) : null;
  return { position, previous: neighbour(-1), next: neighbour(1), related: relatedTo(index, position), inSelection };
}

export function materializeActivity(index: Index, found: SelectedActivity): OpenedActivity {
  const row = (at: number | null) => (at === null ? null : rowAt(index, at, false));
  return {
    activity: index.records.activityAt(found.position),
    previous: row(found.previous),
    next: row(found.next),
    related: found.related.map(at => rowAt(index, at, false)),
    inSelection: found.inSelection,
  };
}

/** The activity of an id or former id with its neighbours, for records whose text is all there. */
export function openActivity(index: Index, id: string, query: Query): OpenedActivity | null {
  const found = selectActivity(index, id, query);
  return found && materializeActivity(index, found);
}
