import type { Activity } from '../model/dataset';

/** The pieces of a dataset document in one JSON file, an activity a line. */
export function* jsonPieces(root: object, activities: Iterable<Activity>): Generator<string> {
  yield `${JSON.stringify(root).slice(0, -1)},"activities":[`;
  let separator = '\n';
  for (const activity of activities) {
    yield separator + activityJson(activity);
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** The lines of a dataset in NDJSON: the root without activities, then an activity a line. */
export function* ndjsonPieces(root: object, activities: Iterable<Activity>): Generator<string> {
  yield `${JSON.stringify(root)}\n`;
  for (const activity of activities) yield `${activityJson(activity)}\n`;
}

function activityJson({ earliest: _, latest: __, ...document }: Activity): string {
  return JSON.stringify(document);
}
