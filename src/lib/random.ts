export interface Random {
  /** Returns an integer from 0 up to, not including, 2³². */
  uint32(): number;
  /** Returns a number from 0 up to, not including, 1. */
  unit(): number;
  /** Returns an integer from 0 up to, not including, `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
}

/** Creates pseudo-random numbers (sfc32). Streams with the same seed and different names are independent. */
export function createRandom(seed: number, stream: string): Random {
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = hashOf(stream);
  let counter = 1;
  function uint32(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  }
  for (let i = 0; i < 15; i += 1) uint32();
  const unit = () => uint32() / 2 ** 32;
  return {
    uint32,
    unit,
    below: end => Math.floor(unit() * end),
    chance: probability => unit() < probability,
  };
}

/** Returns the FNV-1a hash of the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
