import { open, rename, rm } from 'node:fs/promises';
import { FileError, messageOf } from './command';

/**
 * Writes a file piece by piece. Until the file is complete, it has the temporary name `FILE.part`. Throws `FileError`
 * if the file can't be written.
 */
export async function writeFile(
  file: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    const handle = await open(unfinished, 'w');
    try {
      for await (const piece of pieces) await handle.appendFile(piece);
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof FileError) throw error;
    throw new FileError(`${file} can’t be written: ${messageOf(error)}`);
  }
}
