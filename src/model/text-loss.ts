import type { OpenFailureCode } from './problem';

/** Text that could not be loaded or decoded. Its activities are shown by date and id alone. */
export interface TextLoss {
  /** Why: the file is damaged, or could not be loaded to its end. */
  code: OpenFailureCode;
  found: string;
  /** Number of activities known to be affected. */
  count: number;
}
