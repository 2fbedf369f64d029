import { isOpen } from '../lib/day';
import type { BinScale } from '../model/answer';
import type { Records } from '../model/records';
import { addBit, type Bitset, emptyBitset, hasBit } from './bitset';
import { binOf } from './scale';

/** The activities whose day may lie in several bins. */
export function vagueDays({ size, earliest, latest, inexact }: Records, { edges }: BinScale): Bitset {
  const found = emptyBitset(size);
  for (let position = 0; position < size && edges.length > 1; position += 1) {
    if (!hasBit(inexact, position)) continue;
    const first = earliest[position] ?? 0;
    const last = latest[position] ?? 0;
    if (!isOpen(first) && !isOpen(last) && binOf(edges, first) < binOf(edges, last)) addBit(found, position);
  }
  return found;
}
