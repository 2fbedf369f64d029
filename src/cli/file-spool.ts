import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Spool } from '../formats/packed/spool';

/** A spool in a file of its own beside the one that is being made; it goes when the work is done. */
export async function withFileSpool<T>(file: string, work: (spool: Spool) => Promise<T>): Promise<T> {
  const name = `${file}.spool`;
  const descriptor = openSync(name, 'w+');
  try {
    return await work({
      append(bytes) {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      },
      read(offset, into) {
        for (let done = 0; done < into.length; ) {
          const count = readSync(descriptor, into, done, into.length - done, offset + done);
          if (count === 0) throw new RangeError('read past the end of what was put away');
          done += count;
        }
      },
    });
  } finally {
    closeSync(descriptor);
    rmSync(name);
  }
}
