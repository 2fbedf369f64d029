import type { Activity } from '../../model/dataset';
import type { Records } from '../../model/records';
import type { DatasetToWrite, OpenedRecords } from '../form';

const BATCH_SIZE = 1024;

export function datasetToWrite({ root, records, packed }: OpenedRecords): DatasetToWrite {
  return { root, head: records.head, activities: activitiesOf(records), ...(packed && { packed }) };
}

async function* activitiesOf(records: Records): AsyncGenerator<readonly Activity[], void> {
  for (let first = 0; first < records.size; first += BATCH_SIZE) {
    const size = Math.min(BATCH_SIZE, records.size - first);
    const positions = Array.from({ length: size }, (_, i) => first + i);
    await records.ready(positions);
    yield positions.map(records.activityAt);
  }
}
