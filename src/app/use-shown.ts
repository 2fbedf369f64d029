import { useMemo, useState } from 'react';
import type { OpenDataset, Query } from '../model/answer';
import { boundsOf, gapsOf } from '../model/bounds';
import type { Facet } from '../model/dataset';
import { type Folds, foldsFor, foldsOf, gapsLeft } from '../model/folding';
import { laneFacet } from '../model/lanes';
import { type MatrixFacets, matrixFacets } from '../model/matrix-facets';
import { isLarge, queryOf } from '../model/query-of';
import type { TimeAxis } from '../model/time-axis';
import type { Panel, View } from '../model/view';
import { shownWindow } from '../model/window';
import { type MoreLines, matrixQuery } from '../panels/matrix/axis-query';
import { type Choices, comparedWith } from './compared';
import { type Rows, useRows } from './use-rows';

/** What a view means for the dataset that is open, and what the engine is asked for it. */
export interface Shown {
  lanes: Facet | null;
  /** The choices that the view is compared with. */
  other: Choices | null;
  /** Null where no activity has a day. */
  axis: TimeAxis | null;
  /** The facets of the matrix, and how often more of their lines were asked for. */
  crossed: MatrixFacets | null;
  more: MoreLines;
  showMoreLines: (more: MoreLines) => void;
  rows: Rows;
  /** Rows and matrix wait for the end of a gesture: of a large record each frame would have others. */
  isHeld: boolean;
  query: Query;
}

const NO_FOLDS: Folds = [];

export function useShown(open: OpenDataset, view: View, isDraft: boolean, panel: Panel): Shown {
  const { head } = open;
  const [more, showMoreLines] = useState<MoreLines>(new Map());
  const rows = useRows(view, open.total, panel);
  const facetIds = useMemo(() => head.facets.map(facet => facet.id), [head]);
  const other = useMemo(() => comparedWith({ compare: view.compare }), [view.compare]);
  const bounds = useMemo(() => boundsOf(open), [open]);
  const gaps = useMemo(() => gapsOf(head.coverage, bounds), [head, bounds]);
  const folded = useMemo(() => (view.foldGaps ? foldsOf(gaps, open) : NO_FOLDS), [view.foldGaps, gaps, open]);
  const { from, to } = view;
  const folds = useMemo(
    () => (bounds ? foldsFor(folded, shownWindow({ from, to }, bounds)) : NO_FOLDS),
    [folded, bounds, from, to],
  );
  const axis = useMemo(() => bounds && { bounds, gaps, folds, gapsLeft: gapsLeft(gaps, folds) }, [bounds, gaps, folds]);
  const lanes = other ? null : laneFacet(head, view.lanes);
  const { lanes: down, across } = view;
  const crossed = useMemo(() => matrixFacets(head, { lanes: down, across }), [head, down, across]);
  const isHeld = isDraft && isLarge(open.total);
  // In another panel they only have to be there when it is the timeline's turn.
  const hasLanes = panel === 'timeline' || !isHeld;
  const query = queryOf(view, facetIds, {
    lanes: hasLanes ? lanes : null,
    hasLaneBins: hasLanes,
    other,
    rowStart: rows.rowStart,
    rowLimit: isHeld ? 0 : rows.rowLimit,
    extent: open.extent,
    matrix: panel === 'matrix' && crossed && !isHeld ? matrixQuery(crossed, view, more, { bounds, folds }) : null,
  });
  return { lanes, other, axis, crossed, more, showMoreLines, rows, isHeld, query };
}
