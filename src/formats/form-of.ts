import { isRaw } from './document/fields';
import { type Encoding, textStream } from './input/text-stream';
import { isPacked, MAGIC } from './packed/layout';
import { parseJson } from './packed/text-chunk';

/** The form of a file, detected from its content, and its bytes from the beginning. */
export type Form =
  | { form: 'packed'; bytes: AsyncGenerator<Uint8Array, void> }
  | { form: TextForm; pieces: AsyncGenerator<string, void>; encoding: Readonly<Encoding> };

/** `document`: one text, be it JSON or a mistake. */
type TextForm = 'ndjson' | 'document';

const LONGEST_ROOT = 1 << 24;

/**
 * Tells the form of some bytes. NDJSON is told by its first line, an object with a format and no activities, and more
 * behind it.
 */
export async function formOf(bytes: AsyncIterable<Uint8Array>): Promise<Form> {
  const whole = await startingWith(bytes, MAGIC.length);
  if (isPacked(whole.start)) return { form: 'packed', bytes: whole.bytes };
  const { pieces, encoding } = textStream(whole.bytes);
  return { ...(await textFormOf(pieces)), encoding };
}

/** The beginning of some bytes, shorter than wanted only where there are no more, and all of them. */
async function startingWith(bytes: AsyncIterable<Uint8Array>, length: number) {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  const start = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    const part = next.value.subarray(0, length - filled);
    start.set(part, filled);
    filled += part.length;
  }
  return { start: start.subarray(0, filled), bytes: again(read, iterator) };
}

async function textFormOf(pieces: AsyncGenerator<string, void>) {
  const read: string[] = [];
  const first = createFirstLine();
  let form: TextForm | undefined;
  while (form === undefined) {
    const next = await pieces.next();
    if (next.done) break;
    read.push(next.value);
    form = first.formAfter(next.value);
  }
  return { form: form ?? 'document', pieces: again(read, pieces) };
}

/** Looks at each letter once, however small the pieces are. */
function createFirstLine() {
  const line: string[] = [];
  let length = 0;
  let place: 'before' | 'in' | 'behind' = 'before';
  return {
    /** Undefined where the pieces so far do not tell. */
    formAfter(piece: string): TextForm | undefined {
      length += piece.length;
      const isTooLong = length > LONGEST_ROOT;
      let at = 0;
      if (place === 'before') {
        at = piece.search(/\S/);
        if (at < 0) return isTooLong ? 'document' : undefined;
        place = 'in';
      }
      if (place === 'in') {
        const end = piece.indexOf('\n', at);
        line.push(piece.slice(at, end < 0 ? undefined : end));
        if (end < 0) return isTooLong ? 'document' : undefined;
        const root = parseJson(line.join(''));
        if (!isRaw(root) || !('format' in root) || 'activities' in root) return 'document';
        place = 'behind';
        at = end;
      }
      return isTooLong || /\S/.test(piece.slice(at)) ? 'ndjson' : undefined;
    },
  };
}

async function* again<T>(read: readonly T[], iterator: AsyncIterator<T>): AsyncGenerator<T, void> {
  try {
    yield* read;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
