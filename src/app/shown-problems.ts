import type { OpenDataset } from '../model/answer';
import { isLostActivity, type Problem } from '../model/problem';

/** Whether every activity of the file was left out. */
export function isAllLeftOut(open: OpenDataset): boolean {
  return open.total === 0 && open.problems.some(isLostActivity);
}

/**
 * Returns the dataset's problems for the notices. If the results are replaced by a list of problems, only those that are not in
 * it.
 */
export function shownProblems(open: OpenDataset): readonly Problem[] {
  return isAllLeftOut(open) ? open.problems.filter(({ path }) => path === '') : open.problems;
}
