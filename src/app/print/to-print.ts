import type { OpenDataset } from '../../model/answer';
import { matrixFacets } from '../../model/matrix-facets';
import { selectionOf } from '../../model/selection-of';
import type { View } from '../../model/view';
import { orderOf } from '../../model/wants';
import { matrixQuery } from '../../panels/matrix/axis-query';
import type { FigureToPrint, ToPrint } from '../../queries/printed';

const NO_TIME = { bounds: null, folds: [] };

/** Returns the data that the page asks the engine for to print a view. */
export function toPrint(view: View, { head }: OpenDataset): ToPrint {
  const facetIds = head.facets.map(({ id }) => id);
  return { selection: selectionOf(view, facetIds), order: orderOf(view), figure: figureOf(view, head) };
}

/** Returns the figure to print above the activities. Null for panels other than timeline and matrix. */
function figureOf(view: View, head: OpenDataset['head']): FigureToPrint | null {
  if (view.panel === 'matrix') {
    const facets = matrixFacets(head, view);
    return facets && { kind: 'matrix', query: matrixQuery(facets, view, new Map(), NO_TIME) };
  }
  if (view.panel !== null && view.panel !== 'timeline') return null;
  const { gaps, from, to, lanes, openLanes, laneSort, colour } = view;
  return { kind: 'timeline', view: { gaps, from, to, lanes, openLanes, laneSort, colour } };
}
