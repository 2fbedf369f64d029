import type { ImportForm } from './form';
import { joinBytes } from './input/byte-source';
import { type FileStart, fileStart } from './input/file-start';

export interface RecognisedFile {
  /** Null if no form recognises the file. */
  form: ImportForm | null;
  /** The bytes of the file from its start, including those that were read to recognise the form. */
  bytes: AsyncGenerator<Uint8Array, void>;
}

/** The number of bytes that are read first. They suffice for most forms. */
const FIRST_LENGTH = 64;

/** Returns the first form that recognises a file. Reads only as many bytes as the forms need to decide. */
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
    // With doubling, the total work stays proportional to the length, even if forms need more bytes many times.
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
