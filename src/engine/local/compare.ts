import type { Density, LaneDensity } from '../../model/answer';
import type { Choices } from '../../model/selection';
import type { Wants } from '../../model/wants';
import type { Index } from './build-index';
import { densityOf } from './density';
import { filterSetsOf, intersectAll, type Passed, type Selecting } from './filter-sets';
import { laneDensity, marksOf } from './marks';

/** What is wanted of the compared selection; its marks are positions. */
export interface SelectedCompared {
  total: number;
  both: number;
  density: Density | null;
  marks: readonly number[];
  laneDensity: LaneDensity | null;
}

/**
 * Finds the selection that another one is compared with, over the same window. It overwrites the scratch sets of that
 * other one, so it comes after everything else of an answer.
 */
export function selectCompared(
  index: Index,
  state: Selecting,
  { passed, compare, wants }: { passed: Passed; compare: Choices; wants: Wants },
): SelectedCompared {
  const { kernel, scratch } = index;
  kernel.copy(scratch.other, scratch.selection);
  const other: Passed = { ...passed, ...compare };
  const filterSets = filterSetsOf(index, state, other);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const total = kernel.count(scratch.selection);
  const { marks, laneDensity: bins } = wants;
  return {
    total,
    both: kernel.countCommon(scratch.selection, scratch.other),
    density: wants.density ? densityOf(index, scratch.anyTime) : null,
    marks: marks ? marksOf(index, state, { passed: other, want: { ...marks, lanes: null }, total }) : [],
    laneDensity: bins && total > bins.above ? laneDensity(index, null, bins.bins) : null,
  };
}
