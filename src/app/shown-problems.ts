import type { OpenDataset } from '../model/answer';
import { isLostActivity, type Problem } from '../model/problem';

export function isAllLeftOut(open: OpenDataset): boolean {
  return open.total === 0 && open.problems.some(isLostActivity);
}

/**
 * Returns the problems of the dataset that the notices show. If every activity was left out, a list of problems
 * replaces the results, and the notices show only problems of the whole file.
 */
export function shownProblems(open: OpenDataset): readonly Problem[] {
  return isAllLeftOut(open) ? open.problems.filter(({ path }) => path === '') : open.problems;
}
