import { useState } from 'react';
import type { Answer, Query } from '../model/answer';
import { listPage, rowPage } from '../model/query-of';
import type { Panel, View } from '../model/view';
import { useEventCallback } from '../ui/use-event-callback';
import { hrefOf } from '../url/use-view';
import { timelineModule } from './timeline-module';

export interface Rows extends Pick<Query, 'rowStart' | 'rowLimit'> {
  /** The same for as long as the rows are of the same selection in the same order. */
  key: string;
  showMore: () => void;
  showFrom: (start: number) => void;
}

/** The rows of the last answer that has any, and what they are of. */
export interface Whole {
  answer: Answer;
  rowsKey: string;
}

/**
 * Which rows are asked for, if the panel has any: of a table as many as were asked for so far, of a list those about the
 * ones in view. Another selection or order begins anew.
 */
export function useRows(view: View, total: number, panel: Panel): Rows {
  const key = hrefOf({ ...view, activity: null, panel: null, lanes: null, across: null, lang: null });
  const [asked, setAsked] = useState({ key, pages: 1, start: 0 });
  const { pages, start } = asked.key === key ? asked : { pages: 1, start: 0 };
  const showMore = useEventCallback(() => setAsked({ key, pages: pages + 1, start }));
  const showFrom = useEventCallback((from: number) => {
    if (from !== start) setAsked({ key, pages, start: from });
  });
  const wanted = {
    list: { rowStart: start, rowLimit: listPage(total) },
    table: { rowStart: 0, rowLimit: rowPage(total) * pages },
    none: { rowStart: 0, rowLimit: 0 },
  };
  return { ...wanted[useRowShape(panel, key)], key, showMore, showFrom };
}

/**
 * As what rows are shown. In the timeline's place they stand as a list until its code is here; that this comes is no reason
 * to ask the same again without them.
 */
function useRowShape(panel: Panel, key: string): 'list' | 'table' | 'none' {
  const isAway = timelineModule.get() === null;
  const [first] = useState({ key, isAway });
  if (panel === 'list' || panel === 'table') return panel;
  // Where no facet has countries, the map is made of the places of rows.
  if (panel === 'map') return 'table';
  return panel === 'timeline' && (isAway || (first.isAway && first.key === key)) ? 'list' : 'none';
}
