import { useState } from 'react';
import { DRAFT_ROWS, rowPage } from '../model/query-of';
import type { View } from '../model/view';
import { hrefOf } from '../url/use-view';

/**
 * How many rows are asked for, and the way to more. Another selection or order begins anew; a draft has only what can be
 * seen.
 */
export function useRowLimit(view: View, isDraft: boolean, total: number): { rowLimit: number; showMore: () => void } {
  const page = rowPage(total);
  const asked = hrefOf({ ...view, activity: null, panel: null, lanes: null, across: null, lang: null });
  const [more, setMore] = useState({ asked, pages: 1 });
  const pages = more.asked === asked ? more.pages : 1;
  const rowLimit = isDraft ? Math.min(DRAFT_ROWS, page) : page * pages;
  return { rowLimit, showMore: () => setMore({ asked, pages: pages + 1 }) };
}
