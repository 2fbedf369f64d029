import type { Compared, Query } from '../../model/answer';
import type { Index } from './build-index';
import { densityOf } from './density';
import { filterSetsOf, intersectAll, type Selecting } from './filter-sets';
import { laneDensity, marksOf } from './marks';

/** What is found of the other selection; its marks are positions. */
export interface SelectedCompared {
  answer: Omit<Compared, 'marks'>;
  marks: readonly number[];
}

/**
 * Finds the selection that the query's own is compared with, over the same window. Comes after everything else of an
 * answer: the scratch sets are the other selection's afterwards.
 */
export function selectCompared(index: Index, state: Selecting, query: Query): SelectedCompared | null {
  if (query.compare === null) return null;
  const { kernel, scratch } = index;
  kernel.copy(scratch.other, scratch.selection);
  const other: Query = { ...query, ...query.compare, lanes: null, openLanes: [] };
  const filterSets = filterSetsOf(index, state, other);
  intersectAll(index, scratch.selection, filterSets);
  intersectAll(index, scratch.anyTime, filterSets, { window: true });
  const total = kernel.count(scratch.selection);
  const marks = marksOf(index, state, other, total);
  return {
    answer: {
      total,
      both: kernel.countCommon(scratch.selection, scratch.other),
      density: densityOf(index, scratch.anyTime),
      laneDensity: marks.isWhole ? null : laneDensity(index, other),
    },
    marks: marks.positions,
  };
}
