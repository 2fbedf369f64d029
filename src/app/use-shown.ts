import { useMemo, useState } from 'react';
import type { DaySpan } from '../lib/day';
import type { OpenDataset } from '../model/answer';
import { boundsOf, gapsOf } from '../model/bounds';
import { type Folds, foldsFor, foldsOf, gapsLeft } from '../model/folding';
import { isLarge } from '../model/record-size';
import type { TimeAxis } from '../model/time-axis';
import type { View } from '../model/view';
import type { PanelState } from '../model/wants';
import { shownWindow } from '../model/window';
import type { Paging } from '../panels/panel';
import { type Choices, comparedWith } from './compared';
import { useRows } from './use-rows';

/** Everything derived from the view and the open dataset that the page needs before it asks the engine. */
export interface Shown {
  /** The other side of the comparison; null without one. */
  other: Choices | null;
  /** Null when no activity has a date. */
  axis: TimeAxis | null;
  /** Which rows and matrix lines the reader asked for; `paging` asks for more. */
  asked: Pick<PanelState, 'rowStart' | 'rowPages' | 'moreLines'>;
  paging: Paging;
  /** True during a gesture on a large dataset: rows and matrix wait for its end, as they are too slow for each frame. */
  isHeld: boolean;
  /** The view, and its axis, that rows and matrix show. */
  still: View;
  stillAxis: TimeAxis | null;
}

const NO_FOLDS: Folds = [];

/** `settled` is the view without the draft of a gesture. */
export function useShown(open: OpenDataset, view: View, settled: View): Shown {
  const { head } = open;
  const isHeld = view !== settled && isLarge(open.total);
  const still = isHeld ? settled : view;
  const [moreLines, showMoreLines] = useState<PanelState['moreLines']>(new Map());
  const rows = useRows(still);
  const other = useMemo(() => comparedWith({ compare: view.compare }), [view.compare]);
  const bounds = useMemo(() => boundsOf(open), [open]);
  const gaps = useMemo(() => gapsOf(head.coverage, bounds), [head, bounds]);
  const folded = useMemo(() => (view.foldGaps ? foldsOf(gaps, open) : NO_FOLDS), [view.foldGaps, gaps, open]);
  const axis = useAxis(view, { bounds, gaps, folded });
  const stillAxis = useAxis(still, { bounds, gaps, folded });
  const { key: rowsKey, rowStart, rowPages, showFrom, showMore: showMoreRows } = rows;
  const paging = useMemo(
    () => ({ rowsKey, showFrom, showMoreRows, moreLines, showMoreLines }),
    [rowsKey, showFrom, showMoreRows, moreLines],
  );
  return { other, axis, asked: { rowStart, rowPages, moreLines }, paging, isHeld, still, stillAxis };
}

interface AxisBase {
  bounds: DaySpan | null;
  gaps: readonly DaySpan[];
  folded: Folds;
}

function useAxis({ from, to }: View, { bounds, gaps, folded }: AxisBase): TimeAxis | null {
  return useMemo(() => {
    if (!bounds) return null;
    const folds = foldsFor(folded, shownWindow({ from, to }, bounds));
    return { bounds, gaps, folds, gapsLeft: gapsLeft(gaps, folds) };
  }, [bounds, gaps, folded, from, to]);
}
