import { useMemo } from 'react';
import type { FedLane, Feed } from '../../layout/feed';
import type { View } from '../../model/view';
import { useHref } from '../../navigation/navigation';
import { useLastWhile } from '../../ui/use-last-while';

/** Returns the lanes emptied by the filters, except the opened activity's lane. Empty if these are all lanes. */
export function unmatchedLanes({ lanes, marks, opened }: Pick<Feed, 'lanes' | 'marks' | 'opened'>): readonly FedLane[] {
  const kept = new Set(marks.flatMap(({ activity, lane }) => (activity === opened ? [lane] : [])));
  const unmatched = lanes.filter(lane => lane.isUnmatched && !kept.has(lane.id));
  return unmatched.length === lanes.length ? [] : unmatched;
}

/** Returns those of `lanes` without a parent in `lanes`. `all` are all lanes from top to bottom. */
export function topmost(lanes: readonly FedLane[], all: readonly FedLane[]): readonly FedLane[] {
  return lanes.filter(lane => {
    const above = all.slice(0, all.indexOf(lane)).findLast(({ depth }) => depth < lane.depth);
    return above === undefined || !lanes.includes(above);
  });
}

/**
 * Returns the feed without its unmatched lanes, and the topmost of these lanes. The unmatched lanes do not change while
 * a gesture moves the window, so that no lane appears or disappears during the gesture.
 */
export function useMatchedLanes(feed: Feed, { from, to }: Pick<View, 'from' | 'to'>, areShown: boolean) {
  const { lanes, marks, opened } = feed;
  const href = useHref();
  const isSettled = href({}) === href({ from, to });
  const found = useMemo(() => unmatchedLanes({ lanes, marks, opened }), [lanes, marks, opened]);
  const unmatched = useLastWhile(found, isSettled);
  const matched = useMemo(() => {
    const gone = new Set(areShown ? [] : unmatched.map(({ id }) => id));
    if (gone.size === 0) return { lanes, marks };
    return { lanes: lanes.filter(({ id }) => !gone.has(id)), marks: marks.filter(({ lane }) => !gone.has(lane)) };
  }, [lanes, marks, unmatched, areShown]);
  return { feed: useMemo(() => ({ ...feed, ...matched }), [feed, matched]), unmatched: topmost(unmatched, lanes) };
}
