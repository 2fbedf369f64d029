import { useMemo } from 'react';
import type { OpenedActivity } from '../model/answer';
import { selectionOf } from '../model/selection-of';
import type { Panel, View } from '../model/view';
import { type Answering, useOpenedReplies } from '../queries/replies';
import { useLastWhile } from '../ui/use-last-while';

/** Returns the opened activity, and whether its id is unknown. Keeps the previous activity during loading. */
export function useOpened(
  answering: Answering,
  view: View,
  panel: Panel,
): { opened: OpenedActivity | null; isUnknown: boolean } {
  const { activity: id, sort, columnSort } = view;
  const { head } = answering.open;
  const selection = useMemo(
    () =>
      selectionOf(
        view,
        head.facets.map(facet => facet.id),
      ),
    [view, head],
  );
  const order = (panel === 'table' && columnSort) || sort;
  const { activity, neighbours, related } = useOpenedReplies(answering, id, selection, order);
  const present = useMemo(
    () => (activity && neighbours && related ? { activity, ...neighbours, related } : null),
    [activity, neighbours, related],
  );
  const isLoaded = activity !== undefined && neighbours !== undefined && related !== undefined;
  const opened = useLastWhile(present, isLoaded);
  return { opened: id === null ? null : opened, isUnknown: activity === null };
}
