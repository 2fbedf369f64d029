import { isOpen } from '../lib/day';
import type { BinScale } from '../model/answer';
import type { Records } from '../model/records';
import { hasBit } from './bitset';
import { binOf } from './scale';

/** The activities whose day may lie in several bins, with the first and last of these. */
export interface VagueDays {
  positions: Uint32Array;
  firstBin: Uint16Array;
  lastBin: Uint16Array;
}

export function vagueDays({ size, earliest, latest, inexact }: Records, { edges }: BinScale): VagueDays {
  const positions: number[] = [];
  for (let position = 0; position < size && edges.length > 1; position += 1) {
    if (!hasBit(inexact, position)) continue;
    const [first, last] = [earliest[position] ?? 0, latest[position] ?? 0];
    if (!isOpen(first) && !isOpen(last) && binOf(edges, first) < binOf(edges, last)) positions.push(position);
  }
  return {
    positions: Uint32Array.from(positions),
    firstBin: Uint16Array.from(positions, position => binOf(edges, earliest[position] ?? 0)),
    lastBin: Uint16Array.from(positions, position => binOf(edges, latest[position] ?? 0)),
  };
}
