/**
 * Returns a copy with at least `length` elements. The length at least doubles, so that appending one by one takes
 * linear time.
 */
export function withCapacity<T extends Uint16Array | Uint32Array>(array: T, length: number): T;
export function withCapacity(array: Uint16Array | Uint32Array, length: number): Uint16Array | Uint32Array {
  const room = Math.max(length, array.length * 2);
  const copy = array instanceof Uint16Array ? new Uint16Array(room) : new Uint32Array(room);
  copy.set(array);
  return copy;
}
