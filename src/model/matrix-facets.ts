import { type DatasetHead, type Facet, hasValues } from './dataset';
import { facetTree } from './facet-tree';
import type { View } from './view';

export interface MatrixFacets {
  rows: Facet;
  columns: Facet;
}

/**
 * Returns the two facets of the matrix, as the view names them. By default, the rows are the first facet, and the
 * columns are the other facet with the fewest top values, because columns need width. Returns null if the dataset has
 * fewer than two facets with values.
 */
export function matrixFacets(
  head: DatasetHead,
  { lanes, across }: Pick<View, 'lanes' | 'across'>,
): MatrixFacets | null {
  const facets = head.facets.filter(hasValues);
  const named = (id: string | null) => facets.find(facet => facet.id === id);
  const asked = across === lanes ? undefined : named(across);
  const rows = named(lanes) ?? facets.find(facet => facet !== asked);
  const [narrowest] = facets.filter(facet => facet !== rows).sort(byWidth);
  const columns = asked ?? narrowest;
  return rows && columns ? { rows, columns } : null;
}

/** Sorts facets by number of top values. Facets with only one come last, because they have no columns to compare. */
function byWidth(a: Facet, b: Facet): number {
  const [x, y] = [facetTree(a).tops.length, facetTree(b).tops.length];
  return Number(x < 2) - Number(y < 2) || x - y || a.values.length - b.values.length;
}
