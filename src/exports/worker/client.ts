import type { Activity } from '../../model/dataset';
import { type ExportJob, type ExportResult, runExportJob, TooManyActivities } from '../run-job';
import type { FromWorker, ToWorker } from './protocol';
import { startWorker } from './start-worker';

/**
 * Carries out a job in a new worker, and ends the worker afterwards. Reads a batch of activities only when the job
 * needs it. If the browser refuses to start a worker, the job runs in this thread. Rejects with the signal's reason
 * after an abort, with the error of `activities`, or with `TooManyActivities`.
 */
export async function exportInWorker(
  job: ExportJob,
  activities: AsyncIterable<readonly Activity[]>,
  signal: AbortSignal,
): Promise<ExportResult> {
  signal.throwIfAborted();
  const worker = startWorker();
  if (worker === null) return runExportJob(job, activities);
  try {
    return await converse(worker, job, activities, signal);
  } finally {
    worker.terminate();
  }
}

function converse(
  worker: Worker,
  job: ExportJob,
  activities: AsyncIterable<readonly Activity[]>,
  signal: AbortSignal,
): Promise<ExportResult> {
  const batches = activities[Symbol.asyncIterator]();
  const post = (message: ToWorker) => worker.postMessage(message);
  let hasStarted = false;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = ({ message }) => {
      if (hasStarted) reject(new Error(message));
      else resolve(runExportJob(job, activities));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      hasStarted = true;
      if (data.kind === 'done') resolve(data.result);
      else if (data.kind === 'next') {
        batches.next().then(({ done, value }) => post({ kind: 'batch', activities: done ? null : value }), reject);
      } else if (data.max !== null && job.kind === 'file') reject(new TooManyActivities(job.form, data.max));
      else reject(new Error(data.message));
    };
    post({ kind: 'start', job });
  });
}
