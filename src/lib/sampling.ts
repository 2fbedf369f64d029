/**
 * How early a position is picked where not all can be shown: none for half of them, one for a quarter, two for an eighth, and
 * so on; always the same for a position, and nothing that its neighbours would share.
 */
export function earliness(position: number): number {
  let hash = Math.imul(position ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.clz32(hash ^ (hash >>> 16));
}

/** The earliest of the first `size` positions, in ascending order: at most `most`, and mostly more than half of that. */
export function earliestOf(size: number, max: number): number[] {
  const min = Math.max(0, Math.ceil(Math.log2(size / max)));
  let picked: number[] = [];
  for (let position = 0; position < size; position += 1) if (earliness(position) >= min) picked.push(position);
  for (let more = min + 1; picked.length > max; more += 1) {
    picked = picked.filter(position => earliness(position) >= more);
  }
  return picked;
}
