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

/** Facet id → how often "more" was pressed. Links don't contain this. */
export type MoreLines = ReadonlyMap<string, number>;

/** Returns how many lines the next press of "more" adds. */
export function nextLines(side: Side, hiddenCount: number): number {
  return Math.min(MORE[side], hiddenCount);
}

/**
 * Returns the query for two facets. It asks for the lines with the most activities, the children of expanded lines, and the
 * time bins.
 */
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
