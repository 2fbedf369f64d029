import { useState } from 'react';
import type { View } from '../model/view';
import type { PanelState } from '../model/wants';
import { useEventCallback } from '../ui/use-event-callback';
import { hrefOf } from '../url/use-view';

export interface Rows extends Pick<PanelState, 'rowStart' | 'rowPages'> {
  /** The same for as long as the rows are of the same selection in the same order. */
  key: string;
  showMore: () => void;
  showFrom: (start: number) => void;
}

/** Which rows of a list or table the reader has asked for. Another selection or order begins anew. */
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
