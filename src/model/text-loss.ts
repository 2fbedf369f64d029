import type { OpenFailureCode } from './problem';

/** Text that never came or can't be read; its activities are shown by date and id alone. */
export interface TextLoss {
  /** Why: the file is damaged, or could not be loaded to its end. */
  code: OpenFailureCode;
  found: string;
  /** How many activities are known to have lost words. */
  count: number;
}
