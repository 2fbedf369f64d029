import { useState } from 'react';
import type { View } from '../model/view';
import type { PanelState } from '../model/wants';
import { useEventCallback } from '../ui/use-event-callback';
import { hrefOf } from '../url/use-view';

export interface Rows extends Pick<PanelState, 'rowStart' | 'rowPages'> {
  /** Changes when the selection or the order of the rows changes. */
  key: string;
  showMore: () => void;
  showFrom: (start: number) => void;
}

/** Remembers which rows of a list or table the reader asked for. A new selection or order starts at the first row. */
export function useRows(view: View): Rows {
  const key = hrefOf({ ...view, activity: null, panel: null, lanes: null, across: null, lang: null });
  const [asked, setAsked] = useState({ key, rowPages: 1, rowStart: 0 });
  const { rowPages, rowStart } = asked.key === key ? asked : { rowPages: 1, rowStart: 0 };
  const showMore = useEventCallback(() => setAsked({ key, rowPages: rowPages + 1, rowStart }));
  const showFrom = useEventCallback((from: number) => {
    if (from !== rowStart) setAsked({ key, rowPages, rowStart: from });
  });
  return { rowStart, rowPages, key, showMore, showFrom };
}
