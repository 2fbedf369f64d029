import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';

/** A chunk of an export. `total` is the number of activities in the whole export. */
export interface Chunk {
  activities: readonly Activity[];
  total: number;
}

/**
 * Yields all activities of an export, chunk by chunk. Asks for the next chunk only when the caller does. `start` is the
 * number of activities in the chunks before.
 */
export async function* inChunks(
  chunkFrom: (start: number) => Promise<Chunk>,
  onProgress?: (progress: Progress) => void,
): AsyncGenerator<readonly Activity[], void> {
  let [done, end] = [0, Number.POSITIVE_INFINITY];
  while (done < end) {
    const { activities, total } = await chunkFrom(done);
    done += activities.length;
    end = activities.length === 0 ? done : total;
    onProgress?.({ done, total });
    if (activities.length > 0) yield activities;
  }
}
