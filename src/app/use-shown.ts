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

/** What a view means for the dataset that is open. */
export interface Shown {
  /** The choices that the view is compared with. */
  other: Choices | null;
  /** Null where no activity has a day. */
  axis: TimeAxis | null;
  /** What of the long was asked for, and the ways to ask for more. */
  asked: Pick<PanelState, 'rowStart' | 'rowPages' | 'moreLines'>;
  paging: Paging;
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
