import type { OpenFailureCode } from './problem';

/** Text that could not be loaded or decoded. An activity without its text is shown with date and id only. */
export interface TextLoss {
  /** The reason: the file is damaged, or could not be loaded completely. */
  code: OpenFailureCode;
  found: string;
  /** The number of activities that are known to be affected. */
  count: number;
}
