import type { ImportForm } from './form';
import { joinBytes } from './input/byte-source';
import { type FileStart, fileStart } from './input/file-start';

export interface RecognisedFile {
  /** Null when no form claims the file. */
  form: ImportForm | null;
  /** The whole file from its first byte. */
  bytes: AsyncGenerator<Uint8Array, void>;
}

/** Enough to tell most forms. */
const FIRST_LENGTH = 64;

/** Finds the first of these forms that claims a file, and reads no more of the file than the forms need to tell. */
export async function formOf(bytes: AsyncIterable<Uint8Array>, forms: readonly ImportForm[]): Promise<RecognisedFile> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  let wanted = FIRST_LENGTH;
  for (;;) {
    const next = await iterator.next();
    if (!next.done) {
      read.push(next.value);
      length += next.value.length;
      if (length < wanted) continue;
    }
    const form = choose(forms, fileStart(joinBytes(read, length), next.done === true));
    if (form !== 'more') return { form, bytes: replay(read, iterator) };
    // Doubling keeps the work in proportion to the length, however often the forms ask for more.
    wanted = length * 2;
  }
}

function choose(forms: readonly ImportForm[], start: FileStart): ImportForm | null | 'more' {
  for (const form of forms) {
    const claim = form.sniff(start);
    if (claim === 'yes') return form;
    if (claim === 'more' && !start.isWhole) return 'more';
  }
  return null;
}

async function* replay<T>(read: readonly T[], iterator: AsyncIterator<T>): AsyncGenerator<T, void> {
  try {
    yield* read;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
