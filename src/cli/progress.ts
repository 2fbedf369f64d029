import type { Progress } from '../model/progress';
import type { Output } from './command';

const BATCH_SIZE = 1000;
const STEP = 100_000;
const STEP_MEGABYTES = 100;

/** Groups items into batches of 1,000. Reports progress after every 100,000 items. */
export function* inBatches<T>(items: Iterable<T>, output: Output): Generator<readonly T[], void> {
  let batch: T[] = [];
  let count = 0;
  for (const item of items) {
    batch.push(item);
    count += 1;
    if (batch.length === BATCH_SIZE) {
      yield batch;
      batch = [];
    }
    if (count % STEP === 0) output.err(`${count.toLocaleString('en')} activities`);
  }
  if (batch.length > 0) yield batch;
}

/** Returns a function that reports the progress of reading a large file after every 100 megabytes. */
export function readingProgress(file: string, output: Output): (progress: Progress) => void {
  let stepsSaid = 0;
  return ({ done, total }) => {
    const megabytes = Math.floor(done / 1_000_000);
    if (Math.floor(megabytes / STEP_MEGABYTES) === stepsSaid) return;
    stepsSaid = Math.floor(megabytes / STEP_MEGABYTES);
    const all = total === null ? '' : ` of ${Math.ceil(total / 1_000_000).toLocaleString('en')}`;
    output.err(`${file}: ${megabytes.toLocaleString('en')}${all} MB read`);
  };
}
