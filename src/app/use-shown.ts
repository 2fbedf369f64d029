import { startTransition, useCallback, useMemo, useState } from 'react';
import type { OpenDataset } from '../model/answer';
import { boundsOf } from '../model/bounds';
import { type Colouring, colouringOf } from '../model/colour';
import { isLarge } from '../model/record-size';
import type { Filtering } from '../model/selection-of';
import { type AxisBase, axisBase, axisIn, type TimeAxis } from '../model/time-axis';
import type { View } from '../model/view';
import type { PanelState, Replies } from '../model/wants';
import type { Paging, PanelProps } from '../panels/panel';
import { comparedWith } from './compared';
import { entryOf, panelOf } from './panels';
import { type Comparing, useComparing } from './use-comparing';
import { useRows } from './use-rows';
import { useSubject } from './use-subject';

/** The values that the page derives from the view and the open dataset before it asks the engine. */
export interface Shown {
  /** Side B of the comparison; null without a comparison. */
  other: Filtering | null;
  comparing: Comparing | null;
  startComparing: () => void;
  /** The view without the change of an unfinished gesture. */
  settled: View;
  /** The facet and the values that the view colours; null if it colours none. */
  colouring: Colouring | null;
  /** Null when no activity has a date. */
  axis: TimeAxis | null;
  /** The rows and matrix lines that the reader has asked for. The functions of `paging` change them. */
  asked: Pick<PanelState, 'rowStart' | 'rowPages' | 'moreLines'>;
  paging: Paging;
  /** True during a gesture on a large dataset. List, table and matrix then wait, because they are too slow. */
  isHeld: boolean;
  /** The view that list, table and matrix show, and its axis. Neither changes while `isHeld`. */
  still: View;
  stillAxis: TimeAxis | null;
  /** Whether a list of activities follows below the panel. The panel calls `onRoom` to report room for the list. */
  hasListBelow: boolean;
  /** The marks that the panel had drawn when it last reported room for the list; null if it reported none. */
  roomBelow: Replies['marks'] | null;
  onRoom: PanelProps['onRoom'];
  /** Whether a link led to the opened activity. The timeline then shows the time around it. */
  isSubject: boolean;
  /** Makes an activity the subject of the view, as if the reader had followed a link to the activity. */
  showSubject: (id: string) => void;
}

/** Derives `Shown` from a view. `settled` is the view without the change of an unfinished gesture. */
export function useShown(open: OpenDataset, view: View, settled: View, isNarrow: boolean): Shown {
  const isHeld = view !== settled && isLarge(open.total);
  const still = isHeld ? settled : view;
  const [moreLines, showMoreLines] = useState<PanelState['moreLines']>(new Map());
  const rows = useRows(still);
  const { compare, from, to } = view;
  const other = useMemo(() => comparedWith({ compare, from, to }), [compare, from, to]);
  const colouring = useMemo(() => colouringOf(view.colour, open), [view.colour, open]);
  const bounds = useMemo(() => boundsOf(open), [open]);
  const base = useMemo(() => axisBase(open, view.gaps), [open, view.gaps]);
  const axis = useAxis(view, base);
  const stillAxis = useAxis(still, base);
  const [roomBelow, setRoomBelow] = useState<Shown['roomBelow']>(null);
  const onRoom = useCallback<Shown['onRoom']>(marks => startTransition(() => setRoomBelow(marks)), []);
  const { leavesRoom = false } = entryOf(panelOf(view, isNarrow));
  const hasListBelow = roomBelow !== null && leavesRoom && !isNarrow && view.compare === null;
  const { key: rowsKey, rowStart, rowPages, showFrom, showMore: showMoreRows } = rows;
  const paging = useMemo(
    () => ({ rowsKey, showFrom, showMoreRows, moreLines, showMoreLines }),
    [rowsKey, showFrom, showMoreRows, moreLines],
  );
  const { comparing, startComparing } = useComparing(view, other, bounds);
  const compared = { other, comparing, startComparing, settled };
  const subject = useSubject(view);
  const asked = { rowStart, rowPages, moreLines };
  const below = { hasListBelow, roomBelow, onRoom };
  return { ...compared, ...subject, ...below, colouring, axis, asked, paging, isHeld, still, stillAxis };
}

function useAxis({ from, to }: View, base: AxisBase | null): TimeAxis | null {
  return useMemo(() => base && axisIn(base, { from, to }), [base, from, to]);
}
