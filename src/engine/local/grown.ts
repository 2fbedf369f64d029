/** A copy with room for at least `length`, and for twice what there was, so that growing one by one stays linear. */
export function grown<T extends Uint16Array | Uint32Array>(array: T, length: number): T;
export function grown(array: Uint16Array | Uint32Array, length: number): Uint16Array | Uint32Array {
  const room = Math.max(length, array.length * 2);
  const copy = array instanceof Uint16Array ? new Uint16Array(room) : new Uint32Array(room);
  copy.set(array);
  return copy;
}
