import { useState } from 'react';
import { rowPage } from '../model/query-of';
import type { View } from '../model/view';
import { useSteady } from '../ui/use-steady';
import { hrefOf } from '../url/use-view';

/** How many rows are asked for, and the way to more. Another selection or order begins anew. */
export function useRowLimit(view: View, total: number): { rowLimit: number; showMore: () => void } {
  const page = rowPage(total);
  const asked = hrefOf({ ...view, activity: null, panel: null, lanes: null, across: null, lang: null });
  const [more, setMore] = useState({ asked, pages: 1 });
  const pages = more.asked === asked ? more.pages : 1;
  const showMore = useSteady(() => setMore({ asked, pages: pages + 1 }));
  return { rowLimit: page * pages, showMore };
}
