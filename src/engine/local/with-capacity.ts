/**
 * Returns a copy of an array with at least `length` elements, and at least twice as long as before. So appending n
 * elements one by one takes time proportional to n.
 */
export function withCapacity<T extends Uint16Array | Uint32Array>(array: T, length: number): T;
export function withCapacity(array: Uint16Array | Uint32Array, length: number): Uint16Array | Uint32Array {
  const room = Math.max(length, array.length * 2);
  const copy = array instanceof Uint16Array ? new Uint16Array(room) : new Uint32Array(room);
  copy.set(array);
  return copy;
}
