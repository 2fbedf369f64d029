import { activityJson } from '../formats/document/activity-json';
import type { Activity, DatasetHead } from '../model/dataset';
import { documentHead } from './json';

/**
 * Writes a whole dataset as one JSON document, piece by piece, with each activity on its own line. Unlike `jsonForm`,
 * it adds nothing to the description.
 */
export async function* recordPieces(
  { facets, ...head }: DatasetHead,
  activities: AsyncIterable<readonly Activity[]>,
): AsyncGenerator<string, void> {
  const root = { format: 'chronofacet-dataset/1', ...documentHead(head), facets };
  yield `${JSON.stringify(root).slice(0, -1)},"activities":[`;
  let separator = '\n';
  for await (const batch of activities) {
    if (batch.length === 0) continue;
    yield separator + batch.map(activityJson).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

export async function wholeRecord(...record: Parameters<typeof recordPieces>): Promise<Blob> {
  const parts: string[] = [];
  for await (const piece of recordPieces(...record)) parts.push(piece);
  return new Blob(parts, { type: 'application/json' });
}
