import { timeOrder } from '../../lib/edtf';
import { compareText } from '../../lib/order';
import type { Activity, DatasetHead } from '../../model/dataset';
import { type ImageAt, knownOf } from './known';
import { readActivity } from './read-activity';
import type { Report } from './report';

export interface ActivityReader {
  /** Reads an activity and reports its problems. Returns undefined if the activity can't be read or its id is taken. */
  read(raw: unknown, path: string): Activity | undefined;
  /** Reports the problems that only show after all activities were read. */
  finish(): void;
}

export function createActivityReader(head: DatasetHead, report: Report, imageAt?: ImageAt): ActivityReader {
  const known = knownOf(head, imageAt);
  const ids = new Set<string>();
  const renamed: { path: string; formerIds: readonly string[] }[] = [];
  return {
    read(raw, path) {
      const activity = readActivity(raw, path, known, report);
      if (!activity) return undefined;
      if (ids.has(activity.id)) {
        report.add(`${path}.id`, 'duplicateId', 'record', activity.id);
        return undefined;
      }
      ids.add(activity.id);
      if (activity.formerIds) renamed.push({ path, formerIds: activity.formerIds });
      return activity;
    },
    finish() {
      const formers = new Set<string>();
      for (const { path, formerIds } of renamed) {
        formerIds.forEach((former, i) => {
          const code = ids.has(former) ? 'formerIdTaken' : formers.has(former) ? 'duplicateId' : null;
          if (code !== null) report.add(`${path}.formerIds[${i}]`, code, 'field', former);
          formers.add(former);
        });
      }
    },
  };
}

/**
 * Compares activities for sorting by earliest day, latest day, clock time and id. Activities without a clock time come
 * first.
 */
export function compareActivities(a: Activity, b: Activity): number {
  return (
    a.earliest - b.earliest || a.latest - b.latest || timeOrder(a.date) - timeOrder(b.date) || compareText(a.id, b.id)
  );
}
