const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MAX_COMMENT = 65_557;

export interface ArchivePart {
  name: string;
  size: number;
  /** The index of the first byte of the part's header. */
  offset: number;
  packedSize: number;
}

/** Returns the parts in the directory of a ZIP file. Returns none if there is no directory. */
export function archiveParts(bytes: Uint8Array): ArchivePart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - MAX_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  const parts: ArchivePart[] = [];
  if (end < first) return parts;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Returns the text of a part of a ZIP file, or '' if there is no part with this name. */
export async function partText(bytes: Uint8Array, name: string): Promise<string> {
  const part = archiveParts(bytes).find(other => other.name === name);
  if (!part) return '';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packedSize } = part;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.slice(start, start + packedSize);
  const isStored = view.getUint16(offset + 8, true) === 0;
  if (isStored) return new TextDecoder().decode(packed);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
