import type { Answer } from '../model/answer';
import type { View } from '../model/view';
import type { Whole } from './use-rows';

/** What the page shows at the moment: the last answer, which is not yet that to the present view while `isWaiting`. */
export interface Present {
  answer: Answer;
  /** The view that `answer` is the answer to. */
  view: View;
  /** That view in words. */
  sentence: string;
  isWaiting: boolean;
  /** The last answer that has rows and the matrix too. */
  whole: Whole;
}
