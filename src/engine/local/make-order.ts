import { parseEdtf, timeOrder } from '../../lib/edtf';
import { getOwn } from '../../lib/get-own';
import { PLACE_COLUMN } from '../../model/columns';
import type { DatasetHead, Field, FieldValue } from '../../model/dataset';
import type { Records, RowText, TagColumn } from '../../model/records';
import { textIn } from '../../model/text';
import type { Order } from '../../model/wants';
import { mergeSort } from './merge-sort';
import type { Steps } from './slices';

/** The number of texts that are read between two pauses. */
const TEXTS_PER_SLICE = 256;

/** An order that must be computed. Orders by date need no computation, because activities are stored in date order. */
export type ComputedOrder = Exclude<Order, 'date' | '-date'>;

/** Returns all positions in the order of titles or of a column of the table. Each yield is a pause. */
export function* orderBy(records: Records, sort: ComputedOrder): Steps<Uint32Array> {
  return inOrder(yield* ranksBy(records, sort), sort !== 'title' && sort.isDescending);
}

/** Returns the rank of each position in the ascending order of titles or of a column of the table. */
export function* ranksBy(records: Records, sort: ComputedOrder): Steps<Ranks> {
  const { head, tags } = records;
  if (sort === 'title') return yield* textRanks(records, 'title');
  const { column } = sort;
  if (column === PLACE_COLUMN) return yield* textRanks(records, 'place');
  const field = head.fields?.find(({ id }) => id === column);
  if (field) return yield* fieldRanks(records, field);
  const count = head.facets.find(facet => facet.id === column)?.values.length ?? 0;
  return valueRanks(tags.get(column), records.size, count);
}

/** `ranks` has a rank from 0 to below `count` for each position. Activities without a rank have `count`. */
interface Ranks {
  ranks: Uint32Array;
  count: number;
}

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

function textRanks({ head, size, textAt }: Records, field: RowText): Steps<Ranks> {
  const { compare } = new Intl.Collator(head.language, { numeric: true });
  return keyRanks(size, position => keyOf(textAt(position, field), head), compare);
}

/** Ranks each activity by a field: numbers by size, dates by their days, and texts like titles. */
function fieldRanks({ head, size, activityAt }: Records, { id, type }: Field): Steps<Ranks> {
  const { compare } = new Intl.Collator(head.language, { numeric: true });
  const keyAt = (position: number) => keyOf(getOwn(activityAt(position).values ?? {}, id), head);
  if (type === 'number') return keyRanks(size, keyAt, (a, b) => Number(a) - Number(b));
  return keyRanks(size, keyAt, type === 'date' ? compareDates : compare);
}

function keyOf(value: FieldValue | undefined, { language }: DatasetHead): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'number' ? String(value) : textIn(value, [language]).text;
}

function compareDates(a: string, b: string): number {
  const [one, other] = [parseEdtf(a), parseEdtf(b)];
  if (one.kind === 'problem' || other.kind === 'problem') return 0;
  return one.earliest - other.earliest || one.latest - other.latest || timeOrder(a) - timeOrder(b);
}

function* keyRanks(
  size: number,
  keyAt: (position: number) => string | undefined,
  compare: (a: string, b: string) => number,
): Steps<Ranks> {
  const texts: (string | undefined)[] = [];
  const rankOf = new Map<string, number>();
  for (let position = 0; position < size; position += 1) {
    const text = keyAt(position);
    texts.push(text);
    if (text !== undefined) rankOf.set(text, 0);
    if (position % TEXTS_PER_SLICE === 0) yield;
  }
  let count = 0;
  let before: string | undefined;
  for (const text of yield* mergeSort([...rankOf.keys()], compare)) {
    if (before === undefined || compare(before, text) !== 0) count += 1;
    rankOf.set(text, count - 1);
    before = text;
    if (count % TEXTS_PER_SLICE === 0) yield;
  }
  const ranks = new Uint32Array(size);
  for (let position = 0; position < size; position += 1) {
    const text = texts[position];
    ranks[position] = (text === undefined ? undefined : rankOf.get(text)) ?? count;
    if (position % TEXTS_PER_SLICE === 0) yield;
  }
  return { ranks, count };
}

/** Returns the positions by rank. Activities without a rank come last, and equal ranks stay in date order. */
function inOrder({ ranks, count }: Ranks, isDescending: boolean): Uint32Array {
  const directed = (rank: number) => (isDescending && rank < count ? count - 1 - rank : rank);
  const starts = new Uint32Array(count + 2);
  for (const rank of ranks) starts[directed(rank) + 1] = (starts[directed(rank) + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const order = new Uint32Array(ranks.length);
  ranks.forEach((rank, position) => {
    const start = starts[directed(rank)] ?? 0;
    order[start] = position;
    starts[directed(rank)] = start + 1;
  });
  return order;
}
