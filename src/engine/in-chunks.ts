import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';

/** A part of an export, and how many activities all of it holds. */
export interface Chunk {
  activities: readonly Activity[];
  total: number;
}

/** Takes an export chunk by chunk: the next one is asked for only when it is wanted. */
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
