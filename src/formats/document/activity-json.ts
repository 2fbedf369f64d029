import type { Activity } from '../../model/dataset';

/**
 * Returns an activity as JSON for a document. Its first and last day are left out, because its date determines them.
 */
export function activityJson({ earliest: _, latest: __, ...activity }: Activity): string {
  return JSON.stringify(activity);
}
