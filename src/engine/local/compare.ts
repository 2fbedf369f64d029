import type { Density, LaneDensity } from '../../model/answer';
import type { Choices } from '../../model/selection';
import type { Wants } from '../../model/wants';
import type { Index } from './build-index';
import { densityOf } from './density';
import { type FilterState, type Filters, filterSetsOf, intersectAll } from './filter-sets';
import { laneDensity, marksOf } from './marks';

/** The results of the compared selection, as far as they are wanted. `marks` are positions. */
export interface SelectedCompared {
  total: number;
  both: number;
  density: Density | null;
  marks: readonly number[];
  laneDensity: LaneDensity | null;
}

/**
 * Computes the results of the selection that has the choices `compare` and the same window as `filters`. Overwrites the
 * scratch sets `selection` and `anyTime`, so all other results of an answer must be computed first.
 */
export function selectCompared(
  index: Index,
  state: FilterState,
  { filters, compare, wants }: { filters: Filters; compare: Choices; wants: Wants },
): SelectedCompared {
  const { kernel, scratch } = index;
  kernel.copy(scratch.other, scratch.selection);
  const other: Filters = { ...filters, ...compare };
  const filterSets = filterSetsOf(index, state, other);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const total = kernel.count(scratch.selection);
  const { marks, laneDensity: bins } = wants;
  return {
    total,
    both: kernel.countCommon(scratch.selection, scratch.other),
    density: wants.density ? densityOf(index, scratch.anyTime) : null,
    marks: marks ? marksOf(index, state, { filters: other, want: { ...marks, lanes: null }, total }) : [],
    laneDensity: bins && total > bins.above ? laneDensity(index, null, bins.bins) : null,
  };
}
