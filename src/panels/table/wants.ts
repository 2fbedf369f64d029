import { rowPage } from '../../model/record-size';
import type { View } from '../../model/view';
import type { PanelState, Wants } from '../../model/wants';

/** Asks for the first rows of the table, up to the number that the reader has requested so far. */
export function tableWants({ sort, columnSort }: View, { open, rowPages }: PanelState): Wants {
  const values = open.head.fields && ({ values: true } as const);
  return { rows: { order: columnSort ?? sort, start: 0, limit: rowPage(open.total) * rowPages, ...values } };
}
