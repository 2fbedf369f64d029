import { listPage } from '../../model/record-size';
import type { View } from '../../model/view';
import type { PanelState, Wants } from '../../model/wants';

export function listWants({ sort }: View, { open, rowStart }: PanelState): Wants {
  return { rows: { order: sort, start: rowStart, limit: listPage(open.total) } };
}
