import type { Problem } from '../model/problem';
import type { Records } from '../model/records';

/** What a file holds, and what of it could not be read; `moreProblems`: so many are not listed. */
export interface OpenedRecords {
  records: Records;
  problems: readonly Problem[];
  moreProblems: number;
}
