import { dateForm } from '../../lib/date-form';
import type { ActivityRow, WholeActivity } from '../../model/answer';
import type { SourceRef } from '../../model/dataset';
import type { StoredRow } from '../../model/records';
import { cutText, LONGEST_SHORT, LONGEST_TITLE } from '../../model/text';
import type { Order, RowsReply } from '../../model/wants';
import { eachBit, eachBitBackwards, hasBit } from './bitset';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';

/** Returns up to `limit` positions of a set in a given order, after the first `start` positions. */
export function orderOf(
  index: Index,
  set: SetId,
  { order: by, start, limit }: { order: Order; start: number; limit: number },
): number[] {
  const positions: number[] = [];
  if (limit === 0) return positions;
  if (by === 'date') return index.kernel.firstPositions(set, limit, start);
  const words = index.kernel.bits(set);
  let left = start;
  const take = (position: number) => {
    if (left === 0) return positions.push(position) < limit;
    left -= 1;
    return true;
  };
  const order = index.orders.of(by);
  if (order) {
    for (const position of order) {
      if (hasBit(words, position) && !take(position)) break;
    }
    return positions;
  }
  // Activities without a date come last in both directions.
  const { dated } = index.days;
  eachBitBackwards(words, position => position >= dated || take(position));
  if (positions.length < limit) eachBit(words, position => position < dated || take(position), dated >>> 5);
  return positions;
}

/**
 * Returns the position in a set that directly precedes (`offset` -1) or follows (1) a position in an order. Returns
 * null if there is none.
 */
export function neighbourOf(index: Index, set: SetId, sort: Order, position: number, offset: 1 | -1): number | null {
  const words = index.kernel.bits(set);
  const order = index.orders.of(sort);
  const { dated } = index.days;
  // In `-date`, the dated activities are reversed. So the same formula converts a position into its place in the order,
  // and back.
  const turned = (at: number) => (sort === '-date' && at < dated ? dated - 1 - at : at);
  const start = order ? order.indexOf(position) : turned(position);
  for (let at = start + offset; at >= 0 && at < index.size; at += offset) {
    const other = order ? (order[at] ?? 0) : turned(at);
    if (hasBit(words, other)) return other;
  }
  return null;
}

/**
 * Counts the activities of a set that begin in each year, in the given order. Returns an empty list for orders that are
 * not by date.
 */
export function yearsOf(index: Index, set: SetId, sort: Order): RowsReply['years'] {
  if (sort !== 'date' && sort !== '-date') return [];
  const { years, size, kernel } = index;
  const borders = Uint32Array.from([...years.map(({ first }) => first), size]);
  const counts = countRanges(kernel, set, borders);
  const found = years.map(({ year }, i) => ({ year, count: counts[i] ?? 0 })).filter(({ count }) => count > 0);
  if (sort === 'date') return found;
  const dated = found.filter(({ year }) => year !== 'undated');
  return [...dated.toReversed(), ...found.slice(dated.length)];
}

export type MoreOfRow = 'nothing' | 'summary' | 'detail';

export function rowAt(index: Index, position: number, more: MoreOfRow = 'nothing'): ActivityRow {
  const source = more === 'detail' ? index.records.activityAt(position).source : undefined;
  return shownRow(index.records.rowAt(position), more, source);
}

/** Returns a row as panels show it. Long texts are cut. */
export function shownRow(
  { summary, short, notes: _, ...row }: StoredRow,
  more: MoreOfRow = 'nothing',
  source?: SourceRef,
): ActivityRow {
  return {
    ...row,
    form: dateForm(row.date, row),
    title: cutText(row.title, LONGEST_TITLE),
    ...(short !== undefined && { short: cutText(short, LONGEST_SHORT) }),
    ...(more !== 'nothing' && summary !== undefined && { summary }),
    ...(source && { source }),
  };
}

export function wholeActivityAt({ records }: Index, position: number): WholeActivity {
  const activity = records.activityAt(position);
  return { ...activity, form: dateForm(activity.date, activity) };
}
