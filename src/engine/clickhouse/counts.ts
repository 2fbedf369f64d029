import { getOwn } from '../../lib/get-own';
import type { Filters } from '../../model/selection';
import type { CountsReply } from '../../model/wants';
import type { Batch } from './batch';
import { countOf, countValues, levelsOf } from './branches';
import { conditionOf, includeCondition } from './conditions';
import type { Dataset } from './dataset';
import { ALL, every } from './logic';

export async function countsOf(batch: Batch, dataset: Dataset, filters: Filters): Promise<CountsReply> {
  const [{ total, inexact, undated }, recorded, facets] = await Promise.all([
    levelsOf(batch, dataset, conditionOf(dataset, filters)),
    countOf(batch, dataset, conditionOf(dataset, filters, { filters: true })),
    facetCounts(batch, dataset, filters),
  ]);
  return { total, inexact, undated, recorded, facets, textLoss: null };
}

/**
 * For each facet, counts the activities of each value. The facet's own choices are ignored, all other filters apply.
 */
function facetCounts(batch: Batch, dataset: Dataset, filters: Filters) {
  return Promise.all(
    [...dataset.facets].map(([id, facet]) => {
      const choice = getOwn(filters.facets, id);
      const kept = choice?.mode === 'all' ? includeCondition(facet, choice) : ALL;
      return countValues(batch, dataset, facet, every([conditionOf(dataset, filters, { facet: id }), kept]));
    }),
  );
}
