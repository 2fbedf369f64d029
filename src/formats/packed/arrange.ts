import type { Lists } from '../../lib/growable';

/** The position at which each activity was added, by position in date order. Null if both are the same. */
export type Order = Uint32Array | null;

interface Keys {
  earliest: Int32Array;
  latest: Int32Array;
  /** The ranks of clock times, from `timeOrder`. They order activities with the same days. */
  times: Int32Array;
  ids: Lists<Uint8Array>;
}

/**
 * Sorts activities by earliest day, latest day, clock time and id. Ids are ASCII, so their bytes sort like their
 * characters.
 */
export function dateOrder({ earliest, latest, times, ids }: Keys): Order {
  const compare = (a: number, b: number) =>
    (earliest[a] ?? 0) - (earliest[b] ?? 0) ||
    (latest[a] ?? 0) - (latest[b] ?? 0) ||
    (times[a] ?? 0) - (times[b] ?? 0) ||
    compareLists(ids, a, b);
  const size = earliest.length;
  let inOrder = 1;
  while (inOrder < size && compare(inOrder - 1, inOrder) <= 0) inOrder += 1;
  return inOrder >= size ? null : Uint32Array.from(earliest.keys()).sort(compare);
}

function compareLists({ offsets, values }: Lists<Uint8Array>, a: number, b: number): number {
  const [aStart, bStart] = [offsets[a] ?? 0, offsets[b] ?? 0];
  const [aLength, bLength] = [(offsets[a + 1] ?? 0) - aStart, (offsets[b + 1] ?? 0) - bStart];
  for (let i = 0; i < aLength && i < bLength; i += 1) {
    const difference = (values[aStart + i] ?? 0) - (values[bStart + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}

export function inOrder(values: Int32Array, order: Order): Int32Array {
  return order ? Int32Array.from(order, position => values[position] ?? 0) : values.slice();
}

export function listsInOrder<T extends Uint8Array | Uint16Array | Uint32Array>(
  { offsets, values }: Lists<T>,
  order: Order,
): Lists<T> {
  if (!order) return { offsets: offsets.slice(), values: values.slice() as T };
  const sorted = { offsets: new Uint32Array(offsets.length), values: values.slice() as T };
  let end = 0;
  order.forEach((position, i) => {
    const list = values.subarray(offsets[position], offsets[position + 1]);
    sorted.values.set(list, end);
    end += list.length;
    sorted.offsets[i + 1] = end;
  });
  return sorted;
}

/** Returns flags as bits in date order. Bit p & 31 of word p >>> 5 is the flag of position p. */
export function bitsInOrder(flags: Uint8Array, order: Order): Uint32Array {
  const bits = new Uint32Array((flags.length + 31) >>> 5);
  for (let p = 0; p < flags.length; p += 1) {
    if (flags[order?.[p] ?? p]) bits[p >>> 5] = (bits[p >>> 5] ?? 0) | (1 << (p & 31));
  }
  return bits;
}
