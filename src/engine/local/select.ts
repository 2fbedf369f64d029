import { lazyModule } from '../../lib/lazy-module';
import type { LaneDensity } from '../../model/answer';
import type { Filters, Selection } from '../../model/selection';
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
import { colourCounts } from './colours';
import type { SelectedCompared, SelectedSides } from './compare';
import { undatedIn } from './counting';
import { countFacets, countLanes } from './facets';
import { type FilterSets, filterSetsOf, intersectAll } from './filter-sets';
import { laneDensity, marksOf } from './marks';
import { relatedTo } from './related';
import { removalPreviewsOf } from './removal-previews';
import { type Cache, cachedColourDensity, cachedDensity, cachedMatrix, cacheOf } from './reply-cache';
import { type MoreOfRow, neighbourOf, orderOf, yearsOf } from './rows';

/** The code that compares two sides. It must be loaded before a comparison is selected. */
export const compareCode = lazyModule(() => import('./compare'));

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

/** The parts of the replies that need no text. `materialize` adds the texts of the positions. */
export interface Selected {
  replies: Partial<Pick<Replies, FoundName>>;
  counts?: Omit<CountsReply, 'textLoss'>;
  rows?: Pick<RowsReply, 'start' | 'total' | 'years'> & {
    positions: readonly number[];
    more: MoreOfRow;
    hasValues: boolean;
  };
  marks?: { positions: readonly number[]; compared: readonly number[] };
  sides?: SelectedSides | null;
  activity?: number | null;
  neighbours?: Neighbours | null;
  related?: readonly number[];
}

/**
 * Computes the replies to all wants except `trends` and `facts`, which do not depend on the selection. Reads no text.
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
  const undated = undatedIn(index, scratch.selection);
  const { counts, density, rows, marks, lanes, laneDensity: bins, matrix, removals, neighbours } = wants;
  const { colourCounts: counted, colourDensity: coloured } = wants;
  // `selectCompared` overwrites the scratch sets, so it comes last.
  const ofSelection: Selected = {
    replies: {},
    ...(counts && { counts: countsOf(index, cache, { filterSets, selection, total, undated }) }),
    ...(rows && {
      rows: {
        start: rows.start,
        total,
        years: yearsOf(index, scratch.selection, rows.order),
        positions: orderOf(index, scratch.selection, rows),
        hasValues: rows.values === true,
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
  const dated = total - undated;
  const ownDensity = density && cachedDensity(index, cache, filterSets.keyOf({ window: true }));
  const ownMarks = marks && marksOf(index, cache.filterState, { filters: selection, want: marks, total: dated });
  const ownBins: LaneDensity | null = bins && dated > bins.above ? laneDensity(index, bins.lanes, bins.bins) : null;
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
  {
    filterSets,
    selection,
    ...totals
  }: { filterSets: FilterSets; selection: Selection; total: number; undated: number },
): Omit<CountsReply, 'textLoss'> {
  const { kernel, scratch, inexact } = index;
  return {
    ...totals,
    inexact: kernel.countCommon(scratch.selection, inexact),
    recorded: filterSets.window === null ? index.size : kernel.count(filterSets.window),
    facets: countFacets(index, cache.counts, filterSets, selection),
  };
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
