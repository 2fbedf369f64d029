import type { OpenDataset } from '../../model/answer';
import { outliersOf } from '../../model/outliers';
import type { Problem, Unlisted } from '../../model/problem';
import type { Records } from '../../model/records';
import { buildIndex, type Index } from './build-index';
import { countIn } from './counting';
import { densityOf } from './density';

/**
 * Builds the index of a dataset. Returns the index and the summary of the dataset for the page. `key` identifies the
 * opened dataset.
 */
export function openIndex(
  key: string,
  records: Records,
  problems: readonly Problem[],
  unlisted: Unlisted,
  makeKernel?: Parameters<typeof buildIndex>[1],
): { index: Index; open: OpenDataset } {
  const index = buildIndex(records, makeKernel);
  const { kernel, scratch } = index;
  kernel.fill(scratch.selection);
  return {
    index,
    open: {
      key,
      head: records.head,
      total: index.size,
      extent: index.extent,
      stops: index.stops,
      scale: index.scale,
      density: densityOf(index, scratch.selection),
      counts: records.head.facets.map(({ id }) => countIn(index, id, scratch.selection)),
      outliers: outliersOf(records),
      problems,
      unlisted,
    },
  };
}
