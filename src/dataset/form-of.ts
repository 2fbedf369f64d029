import { isRaw } from './fields';
import { isPacked, MAGIC } from './packed/layout';
import { parseJson } from './packed/text-chunk';

/** What a file holds, told by its content. `document`: one text, be it JSON or a mistake. */
export type Form = 'packed' | 'ndjson' | 'document';

const LONGEST_ROOT = 1 << 24;

/**
 * The form of some bytes, and the same bytes once more from the beginning. NDJSON is told by its first line, an object
 * with a format and no activities, and more behind it.
 */
export async function formOf(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ form: Form; bytes: AsyncGenerator<Uint8Array, void> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let form: Form | undefined;
  let length = 0;
  let lineEnds = 0;
  while (form === undefined) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
    if (next.value.includes(0x0a)) lineEnds += 1;
    if (length >= MAGIC.length) form = formOfStart(read, length, lineEnds);
  }
  return { form: form ?? 'document', bytes: again(read, iterator) };
}

function formOfStart(read: readonly Uint8Array[], length: number, lineEnds: number): Form | undefined {
  if (isPacked(joined(read, MAGIC.length))) return 'packed';
  if (length > LONGEST_ROOT) return 'document';
  if (lineEnds === 0) return undefined;
  const start = /^\s*(\S[^\n]*)\n\s*([\s\S]?)/.exec(new TextDecoder().decode(joined(read, length)));
  if (!start) return undefined;
  const root = parseJson(start[1] ?? '');
  if (!isRaw(root) || !('format' in root) || 'activities' in root) return 'document';
  return start[2] === '' ? undefined : 'ndjson';
}

/** The first so many bytes, or as many as there are. */
function joined(read: readonly Uint8Array[], most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  for (const piece of read) {
    if (length === most) break;
    const part = piece.subarray(0, most - length);
    bytes.set(part, length);
    length += part.length;
  }
  return bytes.subarray(0, length);
}

async function* again(read: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>) {
  try {
    yield* read;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
