import type { DatasetHead, Facet } from './dataset';

const FEWEST_LANES = 2;
const MOST_LANES = 14;

/** The facet that makes the lanes: the one the view names, else the first whose tops make a readable number of lanes. */
export function laneFacet(head: DatasetHead, lanes: string | null): Facet | null {
  if (lanes === 'none') return null;
  if (lanes !== null) return head.facets.find(facet => facet.id === lanes) ?? null;
  return (
    head.facets.find(facet => {
      const { length } = facet.values.filter(value => value.broader === undefined);
      return length >= FEWEST_LANES && length <= MOST_LANES;
    }) ?? null
  );
}
