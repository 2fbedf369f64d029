import { matrixFacets } from '../../model/matrix-facets';
import type { View } from '../../model/view';
import type { PanelState, Wants } from '../../model/wants';
import { matrixQuery } from './axis-query';

export function matrixWants(view: View, { open, axis, moreLines }: PanelState): Wants {
  const facets = matrixFacets(open.head, view);
  return facets
    ? { matrix: matrixQuery(facets, view, moreLines, { bounds: axis?.bounds ?? null, folds: axis?.folds ?? [] }) }
    : {};
}
