import type { DaySpan } from '../../lib/day';
import type { AxisQuery, MatrixQuery } from '../../model/answer';
import type { Facet } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { Folds } from '../../model/folding';
import { binEdges } from '../../model/matrix-bins';
import type { MatrixFacets } from '../../model/matrix-facets';
import { windowOf } from '../../model/selection-of';
import type { View } from '../../model/view';

export type Side = 'rows' | 'columns';

const FIRST: Readonly<Record<Side, number>> = { rows: 18, columns: 10 };
const MORE: Readonly<Record<Side, number>> = { rows: 100, columns: 20 };

/** The number of times that the reader pressed "more", by facet id. Links don't contain these numbers. */
export type MoreLines = ReadonlyMap<string, number>;

/** Returns how many rows or columns the next press of "more" adds. */
export function nextLines(side: Side, hiddenCount: number): number {
  return Math.min(MORE[side], hiddenCount);
}

/** Returns the query for the busiest rows and columns, the children of expanded ones, and the bins of the bars. */
export function matrixQuery(
  facets: MatrixFacets,
  view: View,
  more: MoreLines,
  time: { bounds: DaySpan | null; folds: Folds },
): MatrixQuery {
  return {
    rows: axisQuery('rows', facets.rows, view.openLanes, more),
    columns: axisQuery('columns', facets.columns, view.openLanes, more),
    edges: binEdges(windowOf(view), time.bounds, time.folds),
  };
}

function axisQuery(side: Side, facet: Facet, opened: readonly string[], more: MoreLines): AxisQuery {
  const { childrenOf } = facetTree(facet);
  return {
    facet: facet.id,
    opened: opened.filter(value => childrenOf(value).length > 0),
    limit: FIRST[side] + (more.get(facet.id) ?? 0) * MORE[side],
  };
}
