import type { OpenFailureCode } from './problem';

/**
 * Information about text that could not be loaded or decoded. The activities with this text are shown with date and id
 * only.
 */
export interface TextLoss {
  /** The reason: the file is damaged, or could not be loaded to its end. */
  code: OpenFailureCode;
  found: string;
  /** The number of activities that are known to be affected. */
  count: number;
}
