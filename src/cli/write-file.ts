import { open, rename, rm } from 'node:fs/promises';

const BATCH_LENGTH = 1 << 18;

type Write = (data: string | Uint8Array) => Promise<unknown>;

/** Writes a file in pieces, each on the disk before the next is made. It has its name only once it is whole. */
export async function writeFile(file: string, work: (write: Write) => Promise<void>): Promise<void> {
  const unfinished = `${file}.part`;
  const handle = await open(unfinished, 'w');
  try {
    await work(data => handle.appendFile(data));
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

export function writeTextFile(file: string, pieces: Iterable<string>): Promise<void> {
  return writeFile(file, async write => {
    let batch = '';
    for (const piece of pieces) {
      batch += piece;
      if (batch.length < BATCH_LENGTH) continue;
      await write(batch);
      batch = '';
    }
    await write(batch);
  });
}
