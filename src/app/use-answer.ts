import { useMemo } from 'react';
import { selectionOf } from '../model/selection-of';
import type { Panel, View } from '../model/view';
import type { PanelState, Wants } from '../model/wants';
import { listWants } from '../panels/list/wants';
import { mapWants } from '../panels/map/wants';
import { matrixWants } from '../panels/matrix/wants';
import { tableWants } from '../panels/table/wants';
import { timelineWants } from '../panels/timeline/wants';
import { type Answering, questionsOf, useReplies } from '../queries/replies';
import { useLastWhile } from '../ui/use-last-while';
import { useStable } from '../ui/use-stable';
import type { Told } from './present';
import { timelineModule } from './timeline-module';
import type { Shown } from './use-shown';

/** What is shown beside every panel. */
const PAGE_WANTS: Wants = { counts: true, density: true, removals: true };

const WANTS: Readonly<Record<Panel, (view: View, state: PanelState) => Wants>> = {
  timeline: timelineWants,
  list: listWants,
  table: tableWants,
  matrix: matrixWants,
  map: mapWants,
};

interface Asked {
  view: View;
  /** The view without the draft of a gesture. */
  settled: View;
  panel: Panel;
}

/**
 * Asks for what a view shows. What was told before stays until all of it is there, so that numbers agree with each other and
 * with the view that they are told of.
 */
export function useAnswer(answering: Answering, { view, settled, panel }: Asked, shown: Shown) {
  const { open } = answering;
  const { still, isHeld, rows } = shown;
  const isDraft = view !== settled;
  const facetIds = useMemo(() => open.head.facets.map(({ id }) => id), [open]);
  const selection = useMemo(() => selectionOf(view, facetIds, shown.other), [view, facetIds, shown.other]);
  const stillSelection = useMemo(() => selectionOf(still, facetIds, shown.other), [still, facetIds, shown.other]);
  const state: PanelState = {
    open,
    axis: shown.axis,
    rowStart: rows.rowStart,
    rowPages: rows.rowPages,
    moreLines: shown.more,
  };
  const page = shown.other ? { ...PAGE_WANTS, compared: true as const } : PAGE_WANTS;
  const isTimeline = panel === 'timeline';
  // A list stands in the timeline's place until its code is here.
  const stillPanel = isTimeline && timelineModule.get() === null ? 'list' : panel;
  const stillWants = WANTS[stillPanel](still, { ...state, axis: shown.stillAxis });
  const { replies, isWaiting, error } = useReplies(answering, {
    ...questionsOf(answering, selection, { ...page, ...(isTimeline && timelineWants(view, state)) }, isDraft),
    ...(stillPanel !== 'timeline' && questionsOf(answering, stillSelection, stillWants, isDraft && !isHeld)),
  });
  const present = useStable<Told>({ replies: useStable(replies), view, rowsKey: rows.key });
  return { told: useLastWhile(present, !isWaiting), isWaiting, error };
}
