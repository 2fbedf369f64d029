import type { View } from '../model/view';
import type { Replies } from '../model/wants';
import type { PanelReplies } from '../panels/panel';

/** Replies that belong together, and the view that they are of. */
export interface Told {
  replies: Partial<Replies>;
  view: View;
  /** The same for as long as the rows are of the same selection in the same order. */
  rowsKey: string;
}

/** Whether there is what is shown beside every panel. */
export function isPage(replies: Partial<Replies>): replies is PanelReplies {
  return replies.counts !== undefined && replies.density !== undefined;
}

/** What the page shows at the moment: the last replies, which are not yet those to the present view while `isWaiting`. */
export interface Present extends Told {
  replies: PanelReplies;
  /** The view in words. */
  sentence: string;
  isWaiting: boolean;
}
