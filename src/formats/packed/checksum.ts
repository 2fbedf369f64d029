import { CHECKSUM, type PackedHeader, type Section } from './layout';

type Sealed = Omit<PackedHeader, 'sections'> & { sections: readonly Omit<Section, 'offset'>[] };

/** Returns whether a section was derived from other sections, like the index of words. */
export function isExtra({ name }: Pick<Section, 'name'>): boolean {
  return name.startsWith('text/');
}

/**
 * Returns two checksums. The first covers the root object, and the names, types and lengths of all sections that are
 * not extra. The second covers the extra sections with their content. The content of other sections is left out, so
 * that the extra sections can be checked before the text arrives.
 */
export function checksumOf(
  { size, chunkSize, root, sections }: Sealed,
  extras: Iterable<readonly [name: string, bytes: Uint8Array]>,
): Uint32Array<ArrayBuffer> {
  const others = sections.filter(section => !isExtra(section)).map(({ name, type, length }) => [name, type, length]);
  const encoder = new TextEncoder();
  const around = checksum(0, encoder.encode(JSON.stringify([size, chunkSize, root, others])));
  let within = 0;
  for (const [name, bytes] of extras) {
    if (name !== CHECKSUM) within = checksum(checksum(within, encoder.encode(name)), bytes);
  }
  return Uint32Array.of(around, within);
}

/** Computes a hash similar to FNV-1a over words of four bytes. It detects damage but not forgery. */
function checksum(seed: number, bytes: Uint8Array): number {
  const wordCount = bytes.byteOffset % 4 === 0 ? bytes.length >>> 2 : 0;
  const words = wordCount > 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, wordCount) : new Uint32Array();
  let hash = Math.imul(seed ^ 0x811c9dc5 ^ bytes.length, 0x01000193);
  for (let i = 0; i < words.length; i += 1) hash = mixed(hash, words[i] ?? 0);
  for (let i = wordCount * 4; i < bytes.length; i += 1) hash = mixed(hash, bytes[i] ?? 0);
  return hash >>> 0;
}

/** Adds a value to a hash. The shift mixes high bits into low bits, which multiplication alone does not do. */
function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x01000193);
  return product ^ (product >>> 15);
}
