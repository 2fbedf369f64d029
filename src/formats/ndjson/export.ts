import { activityJson } from '../document/activity-json';
import type { ExportForm } from '../form';

/** Writes a dataset with its root object on the first line, and one activity on each further line. */
export const ndjsonExport: ExportForm = {
  id: 'ndjson',
  extension: '.ndjson',
  mediaType: 'application/x-ndjson',
  async *write({ root, activities }) {
    yield `${JSON.stringify(root)}\n`;
    for await (const batch of activities) yield batch.map(activity => `${activityJson(activity)}\n`).join('');
  },
};
