import type { Activity } from '../../model/dataset';
import { runExportJob, TooManyActivities } from '../run-job';
import type { FromWorker, ToWorker } from './protocol';

let give: (activities: readonly Activity[] | null) => void = () => {};

async function* activities(): AsyncGenerator<readonly Activity[], void> {
  for (;;) {
    const batch = await new Promise<readonly Activity[] | null>(resolve => {
      give = resolve;
      post({ kind: 'next' });
    });
    if (batch === null) return;
    yield batch;
  }
}

function post(message: FromWorker): void {
  self.postMessage(message);
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'batch') {
    give(data.activities);
    return;
  }
  runExportJob(data.job, activities()).then(
    result => post({ kind: 'done', result }),
    error =>
      post({
        kind: 'failed',
        message: String(error),
        max: error instanceof TooManyActivities ? error.max : null,
      }),
  );
};
