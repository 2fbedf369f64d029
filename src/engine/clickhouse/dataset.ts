import type { Day } from '../../lib/day';
import type { FacetCount } from '../../model/answer';
import { type Facet, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { Tables } from './batch';
import { hasBits, type StoredHead } from './schema';

/** A facet in the ClickHouse tables. Its columns are named after `f`, the index of the facet in the dataset. */
export interface StoredFacet {
  f: number;
  facet: Facet;
  hasBits: boolean;
  /** Returns the number of a value, or of `_none`. Returns undefined if the facet lacks the value. */
  numberOf(value: string): number | undefined;
}

export interface Dataset {
  stored: StoredHead;
  tables: Tables;
  facets: ReadonlyMap<string, StoredFacet>;
  counts: readonly FacetCount[];
  /** For each edge of the scale, the number of dated activities that begin before the edge or have an open start. */
  before: readonly number[];
  /** Maps the condition of an earlier search to an equivalent condition that reads no words. */
  searches: Map<string, string>;
  /** Returns the words of the text index that begin with a folded word. Null if there is no index. */
  indexedWords: ((beginning: string) => Promise<readonly string[]>) | null;
  /** The largest number of activities that a condition in `searches` lists. */
  maxFound: number;
  /** Whether the activities are divided among several nodes. If so, every node is asked. */
  isSplit: boolean;
  /**
   * The sample that all conditions are limited to: the activities with at least this sampling rank, one of `rate`. Null
   * for all activities.
   */
  sample: { rank: number; rate: number } | null;
}

export function storedFacets({ head }: Pick<StoredHead, 'head'>): Map<string, StoredFacet> {
  return new Map(
    head.facets.map((facet, f) => {
      const { positions } = facetTree(facet);
      const numberOf = (value: string) => (value === NONE ? facet.values.length : positions.get(value));
      return [facet.id, { f, facet, hasBits: hasBits(facet), numberOf }];
    }),
  );
}

/** Returns an upper limit of positions. Every activity that begins before `day` has a smaller position. */
export function positionsBefore({ stored, before }: Pick<Dataset, 'stored' | 'before'>, day: Day): number {
  const edge = stored.scale.edges.findIndex(start => start >= day);
  return edge < 0 ? stored.dated : (before[edge] ?? stored.dated);
}

/** Returns how many activities an activity of the dataset's sample stands for. Returns 1 without a sample. */
export function rateOf({ sample }: Pick<Dataset, 'sample'>): number {
  return sample?.rate ?? 1;
}
