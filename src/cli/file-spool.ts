import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Spool } from '../formats/packed/spool';
import { FileError, messageOf } from './command';

/**
 * Calls `work` with a spool, which stores bytes in the temporary file `FILE.spool` beside `file`. The temporary file is
 * created with the first bytes and deleted at the end. Throws `FileError` if it can't be created.
 */
export async function withFileSpool<T>(file: string, work: (spool: Spool) => Promise<T>): Promise<T> {
  const name = `${file}.spool`;
  let descriptor: number | undefined;
  try {
    return await work({
      append(bytes) {
        descriptor ??= openForWriting(name);
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      },
      read(offset, into) {
        for (let done = 0; done < into.length; ) {
          const left = into.length - done;
          const count = descriptor === undefined ? 0 : readSync(descriptor, into, done, left, offset + done);
          if (count === 0) throw new RangeError('read past the end of the spool');
          done += count;
        }
      },
    });
  } finally {
    if (descriptor !== undefined) {
      closeSync(descriptor);
      rmSync(name);
    }
  }
}

function openForWriting(name: string): number {
  try {
    return openSync(name, 'w+');
  } catch (error) {
    throw new FileError(`${name} can’t be written: ${messageOf(error)}`);
  }
}
