import type { Day } from '../../lib/day';
import type { Density, LaneDensity } from '../../model/answer';
import type { Filters } from '../../model/selection';
import type { ComparedReply, DifferencesReply, DifferencesWant, SidesWant, Wants } from '../../model/wants';
import type { Index } from './build-index';
import { countIn, undatedIn } from './counting';
import { densityOf } from './density';
import { type CountCache, countFacets } from './facets';
import { type FilterSets, type FilterState, filterSetsOf, intersectAll } from './filter-sets';
import type { SetId } from './kernel-store';
import { laneDensity, marksOf } from './marks';
import { orderOf } from './rows';
import { sharedBetween } from './share-days';

/** The results for side B of a comparison. Results that were not asked for are null; `marks` are positions. */
export interface SelectedCompared {
  compared: ComparedReply;
  density: Density | null;
  marks: readonly number[];
  laneDensity: LaneDensity | null;
  differences: DifferencesReply | null;
  sides: SelectedSides | null;
}

export interface SelectedSides {
  a: SelectedSide;
  b: SelectedSide;
}

interface SelectedSide {
  positions: readonly number[];
  total: number;
}

interface Compared {
  state: FilterState;
  counts: CountCache;
  filters: Filters;
  wants: Wants;
}

/**
 * Computes the results for side B of a comparison, and the differences to side A. The scratch set `selection` must
 * contain the activities of side A. Overwrites the scratch sets `selection` and `anyTime`, so all other results must be
 * computed before.
 */
export function selectCompared(index: Index, { state, counts, filters, wants }: Compared): SelectedCompared {
  const { kernel, scratch } = index;
  kernel.copy(scratch.other, scratch.selection);
  const filterSets = filterSetsOf(index, state, filters);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const compared = comparedOf(index, counts, { filterSets, filters });
  const total = compared.total - compared.undated;
  const { marks, laneDensity: bins, differences, sides } = wants;
  return {
    compared,
    density: wants.density ? densityOf(index, scratch.anyTime) : null,
    marks: marks ? marksOf(index, state, { filters, want: { ...marks, lanes: null }, total }) : [],
    laneDensity: bins && total > bins.above ? laneDensity(index, null, bins.bins) : null,
    differences: differences ? differencesOf(index, differences) : null,
    sides: sides ? sidesOf(index, sides) : null,
  };
}

function comparedOf(
  index: Index,
  counts: CountCache,
  { filterSets, filters }: { filterSets: FilterSets; filters: Filters },
): ComparedReply {
  const { kernel, scratch } = index;
  return {
    total: kernel.count(scratch.selection),
    both: kernel.countCommon(scratch.selection, scratch.other),
    inexact: kernel.countCommon(scratch.selection, index.inexact),
    undated: undatedIn(index, scratch.selection),
    recorded: filterSets.window === null ? index.size : kernel.count(filterSets.window),
    facets: countFacets(index, counts, filterSets, filters),
  };
}

function differencesOf(index: Index, { bars }: DifferencesWant): DifferencesReply {
  const { kernel, scratch, records } = index;
  const [a, b, both] = [scratch.other, scratch.selection, scratch.base];
  kernel.copy(both, a);
  kernel.intersect(both, b);
  return {
    facets: records.head.facets.map(({ id: facet }) => ({
      facet,
      a: countIn(index, facet, a),
      b: countIn(index, facet, b),
      both: countIn(index, facet, both),
    })),
    bars: { a: barsOf(index, a, bars.a), b: barsOf(index, b, bars.b) },
  };
}

function barsOf(index: Index, set: SetId, edges: readonly Day[]): number[] {
  return edges.length < 2 ? [] : sharedBetween(index, set, edges);
}

function sidesOf(index: Index, { part, order, limit }: SidesWant): SelectedSides {
  const { kernel, scratch } = index;
  const side = (own: SetId, others: SetId): SelectedSide => {
    const set = scratch.base;
    kernel.copy(set, own);
    if (part === 'both') kernel.intersect(set, others);
    if (part === 'only') kernel.subtract(set, others);
    return { positions: orderOf(index, set, { order, start: 0, limit }), total: kernel.count(set) };
  };
  return { a: side(scratch.other, scratch.selection), b: side(scratch.selection, scratch.other) };
}
