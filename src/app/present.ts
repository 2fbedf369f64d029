import type { View } from '../model/view';
import type { Replies } from '../model/wants';
import type { PanelReplies } from '../panels/panel';

export interface Answered {
  replies: Partial<Replies>;
  view: View;
  /** One of this many activities is in the sample from which the replies are estimated. 0 if they are exact. */
  rate: number;
  /** Changes when the selection or the order of the rows changes. */
  rowsKey: string;
}

/** Every panel needs counts and density. */
export function isPage(replies: Partial<Replies>): replies is PanelReplies {
  return replies.counts !== undefined && replies.density !== undefined;
}

/** The replies on the screen. While `isWaiting`, they answer an earlier view than the current one. */
export interface Present extends Answered {
  replies: PanelReplies;
  sentence: string;
  isWaiting: boolean;
}
