import type { OpenDataset } from '../model/answer';
import { isLostActivity, type Problem } from '../model/problem';

export function isAllLeftOut(open: OpenDataset): boolean {
  return open.total === 0 && open.problems.some(isLostActivity);
}

/** Returns the problems for the notices. If no activity is left, these are only the problems of the whole file. */
export function shownProblems(open: OpenDataset): readonly Problem[] {
  return isAllLeftOut(open) ? open.problems.filter(({ path }) => path === '') : open.problems;
}
