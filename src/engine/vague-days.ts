import { isOpen } from '../lib/day';
import type { BinScale } from '../model/answer';
import type { Records } from '../model/records';
import { hasBit } from './bitset';
import { binOf } from './scale';

/** The activities whose day may lie in several bins, in ascending order, and what part of each counts where. */
export interface VagueDays {
  positions: Uint32Array;
  /** For each bin and behind the last, the place of the first whose earliest day is in it or later. */
  starts: Uint32Array;
  lastBin: Uint16Array;
  /** What part is in the bin of the earliest day, in that of the latest, and, for those between them, what a day is. */
  firstShare: Float64Array;
  lastShare: Float64Array;
  dayShare: Float64Array;
}

export function vagueDays({ size, earliest, latest, inexact }: Records, { edges }: BinScale): VagueDays {
  const found: number[] = [];
  for (let position = 0; position < size && edges.length > 1; position += 1) {
    if (!hasBit(inexact, position)) continue;
    const [first, last] = [earliest[position] ?? 0, latest[position] ?? 0];
    if (!isOpen(first) && !isOpen(last) && binOf(edges, first) < binOf(edges, last)) found.push(position);
  }
  const positions = Uint32Array.from(found);
  const days = (i: number) => {
    const position = positions[i] ?? 0;
    const [first, last] = [earliest[position] ?? 0, latest[position] ?? 0];
    return { first, last, length: last - first + 1 };
  };
  const vague: VagueDays = {
    positions,
    starts: new Uint32Array(Math.max(1, edges.length)),
    lastBin: new Uint16Array(positions.length),
    firstShare: new Float64Array(positions.length),
    lastShare: new Float64Array(positions.length),
    dayShare: new Float64Array(positions.length),
  };
  for (let i = 0; i < positions.length; i += 1) {
    const { first, last, length } = days(i);
    const [firstBin, lastBin] = [binOf(edges, first), binOf(edges, last)];
    vague.starts[firstBin + 1] = i + 1;
    vague.lastBin[i] = lastBin;
    vague.firstShare[i] = ((edges[firstBin + 1] ?? 0) - first) / length;
    vague.lastShare[i] = (last + 1 - (edges[lastBin] ?? 0)) / length;
    vague.dayShare[i] = 1 / length;
  }
  vague.starts.forEach((start, bin) => {
    vague.starts[bin] = Math.max(start, vague.starts[bin - 1] ?? 0);
  });
  return vague;
}
