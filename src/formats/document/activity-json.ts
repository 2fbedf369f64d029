import type { Activity } from '../../model/dataset';

/** An activity as it stands in a document: its first and last day follow from its date. */
export function activityJson({ earliest: _, latest: __, ...activity }: Activity): string {
  return JSON.stringify(activity);
}
