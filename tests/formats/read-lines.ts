import { proposeDates } from '../../src/formats/document/propose-dates';
import { readDataset } from '../../src/formats/json/read-dataset';
import type { Problem } from '../../src/model/problem';

/** `activities[1].date dateForm record "2018-6" → 2018-06` */
export function lineOf({ path, code, loss, found, proposals }: Problem): string {
  const parts = [path, code, loss, found, proposals && `→ ${proposals.join(' | ')}`];
  return parts.filter(part => part !== undefined).join(' ');
}

export function linesOf(text: string): string[] {
  return proposeDates(readDataset(text).problems).map(lineOf);
}

export function idsOf(text: string): string {
  return readDataset(text)
    .dataset.activities.map(activity => activity.id)
    .join(' ');
}
