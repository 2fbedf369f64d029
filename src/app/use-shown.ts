import { useMemo, useState } from 'react';
import type { DaySpan } from '../lib/day';
import type { OpenDataset } from '../model/answer';
import { boundsOf, gapsOf } from '../model/bounds';
import type { Facet } from '../model/dataset';
import { type Folds, foldsFor, foldsOf, gapsLeft } from '../model/folding';
import { laneFacet } from '../model/lanes';
import { type MatrixFacets, matrixFacets } from '../model/matrix-facets';
import { isLarge } from '../model/record-size';
import type { TimeAxis } from '../model/time-axis';
import type { View } from '../model/view';
import { shownWindow } from '../model/window';
import type { MoreLines } from '../panels/matrix/axis-query';
import { type Choices, comparedWith } from './compared';
import { type Rows, useRows } from './use-rows';

/** What a view means for the dataset that is open. */
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
  /** The view that rows and matrix are of, and its axis. */
  still: View;
  stillAxis: TimeAxis | null;
}

const NO_FOLDS: Folds = [];

/** `settled` is the view without the draft of a gesture. */
export function useShown(open: OpenDataset, view: View, settled: View): Shown {
  const { head } = open;
  const isHeld = view !== settled && isLarge(open.total);
  const still = isHeld ? settled : view;
  const [more, showMoreLines] = useState<MoreLines>(new Map());
  const rows = useRows(still);
  const other = useMemo(() => comparedWith({ compare: view.compare }), [view.compare]);
  const bounds = useMemo(() => boundsOf(open), [open]);
  const gaps = useMemo(() => gapsOf(head.coverage, bounds), [head, bounds]);
  const folded = useMemo(() => (view.foldGaps ? foldsOf(gaps, open) : NO_FOLDS), [view.foldGaps, gaps, open]);
  const axis = useAxis(view, { bounds, gaps, folded });
  const stillAxis = useAxis(still, { bounds, gaps, folded });
  const lanes = other ? null : laneFacet(head, view.lanes);
  const { lanes: down, across } = view;
  const crossed = useMemo(() => matrixFacets(head, { lanes: down, across }), [head, down, across]);
  return { lanes, other, axis, crossed, more, showMoreLines, rows, isHeld, still, stillAxis };
}

interface Silence {
  bounds: DaySpan | null;
  gaps: readonly DaySpan[];
  folded: Folds;
}

function useAxis({ from, to }: View, { bounds, gaps, folded }: Silence): TimeAxis | null {
  return useMemo(() => {
    if (!bounds) return null;
    const folds = foldsFor(folded, shownWindow({ from, to }, bounds));
    return { bounds, gaps, folds, gapsLeft: gapsLeft(gaps, folds) };
  }, [bounds, gaps, folded, from, to]);
}
