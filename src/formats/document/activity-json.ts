import type { Activity } from '../../model/dataset';

/**
 * Returns an activity as JSON for a document. Its first and last day are left out, because they follow from its date.
 */
export function activityJson({ earliest: _, latest: __, ...activity }: Activity): string {
  return JSON.stringify(activity);
}
