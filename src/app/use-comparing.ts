import { useMemo, useState } from 'react';
import type { Filtering } from '../model/selection-of';
import { type SideBars, sideBars } from '../model/side-bars';
import type { TimeAxis } from '../model/time-axis';
import type { View } from '../model/view';
import { shownWindow } from '../model/window';
import type { Listed } from '../panels/compare/SideLists';
import { useEventCallback } from '../ui/use-event-callback';
import type { Side } from './compared';

/** The part of a comparison's state that links don't contain. Closing the page loses it. */
export interface Comparing {
  /** The side that the reader used last. Filters chosen in the sidebar apply to this side. */
  side: Side;
  touch: (side: Side) => void;
  /** Whether the reader started the comparison on this page. The list of side B's first filter is then open. */
  isNew: boolean;
  listed: Listed;
  onList: (listed: Listed) => void;
  /** Null if no activity has a date. */
  bars: SideBars | null;
}

const FIRST_LISTED: Listed = { part: 'all', limit: 20 };

/**
 * Returns the state of the comparison with side B (`other`), null without B, and a function that starts a comparison.
 */
export function useComparing(view: View, other: Filtering | null, bounds: TimeAxis['bounds'] | null) {
  const [side, touch] = useState<Side>('b');
  const [isNew, setNew] = useState(false);
  const [listed, onList] = useState(FIRST_LISTED);
  const { from, to } = view;
  const bars = useMemo(
    () => bounds && other && sideBars(shownWindow({ from, to }, bounds), shownWindow(other, bounds)),
    [bounds, other, from, to],
  );
  const start = useEventCallback(() => {
    touch('b');
    setNew(true);
    onList(FIRST_LISTED);
  });
  const hasOther = other !== null;
  const comparing = useMemo<Comparing | null>(
    () => (hasOther ? { side, touch, isNew, listed, onList, bars } : null),
    [hasOther, side, isNew, listed, bars],
  );
  return { comparing, startComparing: start };
}
