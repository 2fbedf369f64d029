import type { OpenDataset } from '../model/answer';
import type { Dataset } from '../model/dataset';
import type { Problem } from '../model/problem';
import { fullBitset } from './bitset';
import { buildIndex, type Index } from './build-index';
import { densityOf, extentOf } from './density';
import { countIn } from './facets';

/** The index of a dataset and what the page is told of it. `key` names this opening. */
export function openIndex(
  key: string,
  dataset: Dataset,
  problems: readonly Problem[],
  moreProblems: number,
): { index: Index; open: OpenDataset } {
  const index = buildIndex(dataset);
  const everything = fullBitset(index.size);
  const { activities: _, ...head } = dataset;
  return {
    index,
    open: {
      key,
      head,
      total: index.size,
      extent: extentOf(index.earliest, index.latest),
      scale: index.scale,
      density: densityOf(index, everything),
      counts: dataset.facets.map(facet => countIn(index, facet, everything)),
      problems,
      moreProblems,
    },
  };
}
