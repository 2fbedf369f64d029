import { open } from 'node:fs/promises';

const BATCH_LENGTH = 1 << 18;

/** Writes the pieces one after the other, never holding more than a batch; waits for the disk before it draws more. */
export async function writeTextFile(file: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    let batch = '';
    for (const piece of pieces) {
      batch += piece;
      if (batch.length < BATCH_LENGTH) continue;
      await handle.appendFile(batch);
      batch = '';
    }
    await handle.appendFile(batch);
  } finally {
    await handle.close();
  }
}
