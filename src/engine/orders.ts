import type { ActivityRow, Query } from '../model/answer';
import { PLACE_COLUMN } from '../model/columns';
import type { Text } from '../model/dataset';
import type { Records, TagColumn } from '../model/records';
import { textIn } from '../model/text';

/** Every position in the order of a query; null for orders by date, which positions are in by themselves. */
export type Orders = (sort: Query['sort']) => Uint32Array | null;

/** An order of a million takes four megabytes. */
const MOST_KEPT = 3;

/** Orders are made when they are first asked for. Those by text want all of it: `readsText` says which. */
export function createOrders(records: Records): Orders {
  let kept: { key: string; order: Uint32Array }[] = [];
  return sort => {
    if (sort === 'date' || sort === '-date') return null;
    const key = JSON.stringify(sort);
    const entry = kept.find(other => other.key === key) ?? { key, order: orderBy(records, sort) };
    kept = [entry, ...kept.filter(other => other !== entry)].slice(0, MOST_KEPT);
    return entry.order;
  };
}

/** Whether an order can only be told when all texts have come. */
export function readsText(sort: Query['sort']): boolean {
  return sort === 'title' || (typeof sort === 'object' && sort.column === PLACE_COLUMN);
}

function orderBy(records: Records, sort: Exclude<Query['sort'], 'date' | '-date'>): Uint32Array {
  const { head, tags } = records;
  if (sort === 'title')
    return inOrder(
      textRanks(records, ({ title }) => title),
      false,
    );
  const { column, isDescending } = sort;
  if (column === PLACE_COLUMN)
    return inOrder(
      textRanks(records, ({ place }) => place?.name),
      isDescending,
    );
  const count = head.facets.find(facet => facet.id === column)?.values.length ?? 0;
  return inOrder(valueRanks(tags.get(column), records.size, count), isDescending);
}

/** By position, from 0 up to `count`, which says that there is nothing to go by. */
interface Ranks {
  ranks: Uint32Array;
  count: number;
}

/** Of the first of its values in the facet's order. */
function valueRanks(column: TagColumn | undefined, size: number, count: number): Ranks {
  const ranks = new Uint32Array(size).fill(count);
  for (let position = 0; column && position < size; position += 1) {
    const end = column.offsets[position + 1] ?? 0;
    for (let i = column.offsets[position] ?? 0; i < end; i += 1) {
      ranks[position] = Math.min(ranks[position] ?? count, column.values[i] ?? count);
    }
  }
  return { ranks, count };
}

/** As the dataset's language sorts. */
function textRanks({ head, size, rowAt }: Records, textOf: (row: ActivityRow) => Text | undefined): Ranks {
  const { compare } = new Intl.Collator(head.language, { numeric: true });
  const texts = Array.from({ length: size }, (_, position) => {
    const text = textOf(rowAt(position));
    return text === undefined ? undefined : textIn(text, [head.language]).text;
  });
  const rankOf = new Map<string | undefined, number>();
  let count = 0;
  let before: string | null = null;
  for (const text of [...new Set(texts)].filter(text => text !== undefined).sort(compare)) {
    if (before !== null && compare(before, text) !== 0) count += 1;
    rankOf.set(text, count);
    before = text;
  }
  count += 1;
  return { ranks: Uint32Array.from(texts, text => rankOf.get(text) ?? count), count };
}

/** What has no rank stands last, whichever way round; what is equal stays in date order. */
function inOrder({ ranks, count }: Ranks, isDescending: boolean): Uint32Array {
  const placed = (rank: number) => (isDescending && rank < count ? count - 1 - rank : rank);
  const starts = new Uint32Array(count + 2);
  for (const rank of ranks) starts[placed(rank) + 1] = (starts[placed(rank) + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const order = new Uint32Array(ranks.length);
  ranks.forEach((rank, position) => {
    const start = starts[placed(rank)] ?? 0;
    order[start] = position;
    starts[placed(rank)] = start + 1;
  });
  return order;
}
