import { activityJson } from '../document/activity-json';
import type { ExportForm } from '../form';

/** Writes a dataset as one JSON document, with each activity on its own line. */
export const jsonExport: ExportForm = {
  id: 'json',
  extension: '.json',
  mediaType: 'application/json',
  async *write({ root, activities }) {
    yield `${JSON.stringify(root).slice(0, -1)},"activities":[`;
    let separator = '\n';
    for await (const batch of activities) {
      if (batch.length === 0) continue;
      yield separator + batch.map(activityJson).join(',\n');
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};
