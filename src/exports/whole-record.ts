import { activityJson } from '../formats/document/activity-json';
import type { Activity, DatasetHead } from '../model/dataset';
import { documentHead } from './json';

/**
 * Writes a whole dataset as one JSON document with a line for each activity. Unlike `jsonForm`, it adds nothing to the
 * description.
 */
export async function wholeRecord(
  { facets, ...head }: DatasetHead,
  activities: AsyncIterable<readonly Activity[]>,
): Promise<Blob> {
  const root = { format: 'chronofacet-dataset/1', ...documentHead(head), facets };
  const parts = [`${JSON.stringify(root).slice(0, -1)},"activities":[`];
  let separator = '\n';
  for await (const batch of activities) {
    if (batch.length === 0) continue;
    parts.push(separator + batch.map(activityJson).join(',\n'));
    separator = ',\n';
  }
  return new Blob([...parts, '\n]}\n'], { type: 'application/json' });
}
