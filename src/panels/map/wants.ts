import { rowPage } from '../../model/record-size';
import type { View } from '../../model/view';
import type { PanelState, Wants } from '../../model/wants';

/** Asks for rows only if no facet has countries, as the map then shows the rows' places. */
export function mapWants({ sort }: View, { open, rowPages }: PanelState): Wants {
  return { rows: { order: sort, start: 0, limit: rowPage(open.total) * rowPages } };
}
