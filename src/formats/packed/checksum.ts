import { CHECKSUM, type PackedHeader, type Section } from './layout';

type Sealed = Omit<PackedHeader, 'sections'> & { sections: readonly Omit<Section, 'offset'>[] };

/** True for a section that another program made of what is in the rest. */
export function isExtra({ name }: Pick<Section, 'name'>): boolean {
  return name.startsWith('text/');
}

/**
 * Two numbers that are others as soon as the extra sections are, or what they were made of: the root, or the length of any
 * other section. They don't read the text itself, so that it need not have come.
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

/** FNV-1a over words of four bytes, and the bytes that are left over. Finds damage, not malice. */
function checksum(seed: number, bytes: Uint8Array): number {
  const wordCount = bytes.byteOffset % 4 === 0 ? bytes.length >>> 2 : 0;
  const words = wordCount > 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, wordCount) : new Uint32Array();
  let hash = Math.imul(seed ^ 0x811c9dc5 ^ bytes.length, 0x01000193);
  for (let i = 0; i < words.length; i += 1) hash = mixed(hash, words[i] ?? 0);
  for (let i = wordCount * 4; i < bytes.length; i += 1) hash = mixed(hash, bytes[i] ?? 0);
  return hash >>> 0;
}

/** The shift carries the high bits down, which a product alone never does. */
function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x01000193);
  return product ^ (product >>> 15);
}
