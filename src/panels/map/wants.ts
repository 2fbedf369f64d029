import { rowPage } from '../../model/record-size';
import type { View } from '../../model/view';
import type { PanelState, Wants } from '../../model/wants';

/** Asks for the rows of the selection. The map shows the places of these rows if no facet has countries. */
export function mapWants({ sort }: View, { open, rowPages }: PanelState): Wants {
  return { rows: { order: sort, start: 0, limit: rowPage(open.total) * rowPages } };
}
