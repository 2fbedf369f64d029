import type { Query } from '../model/answer';
import type { Text } from '../model/dataset';
import type { Records } from '../model/records';
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
  return sort === 'title' || (typeof sort === 'object' && sort.column === '_place');
}

function orderBy(records: Records, sort: Exclude<Query['sort'], 'date' | '-date'>): Uint32Array {
  if (sort === 'title') return byText(records, position => records.activityAt(position).title, false);
  const { column, isDescending } = sort;
  if (column === '_place') {
    return byText(records, position => records.activityAt(position).place?.name, isDescending);
  }
  return byFirstValue(records, column, isDescending);
}

/** As the dataset's language sorts; who has no text stands last, equal ones stay in date order. */
function byText({ head, size }: Records, textAt: (position: number) => Text | undefined, isDescending: boolean) {
  const { compare } = new Intl.Collator(head.language, { numeric: true });
  const sign = isDescending ? -1 : 1;
  const texts = Array.from({ length: size }, (_, position) => {
    const text = textAt(position);
    return text === undefined ? undefined : textIn(text, [head.language]).text;
  });
  const byTextAt = (a: number, b: number): number => {
    const [one, other] = [texts[a], texts[b]];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return sign * compare(one, other);
  };
  return Uint32Array.from(texts.keys()).sort((a, b) => byTextAt(a, b) || a - b);
}

/** By the first of its values in the facet's order; who has none stands last, equal ones stay in date order. */
function byFirstValue({ head, size, tags }: Records, id: string, isDescending: boolean): Uint32Array {
  const count = head.facets.find(facet => facet.id === id)?.values.length ?? 0;
  const column = tags.get(id);
  const ranks = new Uint32Array(size).fill(count);
  const starts = new Uint32Array(count + 2);
  for (let position = 0; position < size; position += 1) {
    let first = count;
    const end = column?.offsets[position + 1] ?? 0;
    for (let i = column?.offsets[position] ?? 0; i < end; i += 1) first = Math.min(first, column?.values[i] ?? count);
    const rank = isDescending && first < count ? count - 1 - first : first;
    ranks[position] = rank;
    starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  }
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const order = new Uint32Array(size);
  for (let position = 0; position < size; position += 1) {
    const rank = ranks[position] ?? 0;
    const place = starts[rank] ?? 0;
    order[place] = position;
    starts[rank] = place + 1;
  }
  return order;
}
