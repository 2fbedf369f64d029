import { rowPage } from '../../model/record-size';
import type { View } from '../../model/view';
import type { PanelState, Wants } from '../../model/wants';

/** As many rows from the first on as the reader has asked for. */
export function tableWants({ sort, columnSort }: View, { open, rowPages }: PanelState): Wants {
  return { rows: { order: columnSort ?? sort, start: 0, limit: rowPage(open.total) * rowPages } };
}
