import type { Random } from './random';

/** Returns a random index with a probability proportional to its weight, in constant time (Walker's alias method). */
export type Draw = (random: Random) => number;

export function weightedDraw(weights: readonly number[]): Draw {
  const size = weights.length;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const keep = Float64Array.from(weights, weight => (weight * size) / sum);
  const alias = Uint32Array.from(weights.keys());
  const small = [...weights.keys()].filter(i => (keep[i] ?? 0) < 1);
  const large = [...weights.keys()].filter(i => (keep[i] ?? 0) >= 1);
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() ?? 0;
    const rich = large.at(-1) ?? 0;
    alias[poor] = rich;
    keep[rich] = (keep[rich] ?? 0) + (keep[poor] ?? 0) - 1;
    if ((keep[rich] ?? 0) < 1) small.push(large.pop() ?? 0);
  }
  for (const i of [...small, ...large]) keep[i] = 1;
  return random => {
    const at = random.unit() * size;
    const column = Math.floor(at);
    return at - column < (keep[column] ?? 1) ? column : (alias[column] ?? 0);
  };
}

/** Returns Zipf weights: 1 / (rank + shift). A larger `shift` makes the first ranks less dominant. */
export function zipfWeights(size: number, shift = 1): number[] {
  return Array.from({ length: size }, (_, rank) => 1 / (rank + shift));
}
