import type { View } from '../model/view';
import { LONGEST_LINK } from './params';
import { serializeView } from './serialize';

/** A change that was not made, because the link to it would be too long. */
export interface Refusal {
  /** The characters that the link would have, and the most it can have. */
  length: number;
  max: number;
}

/** What may grow without end. The rest of a view is short, so that some characters kept free for it are enough. */
const LISTS = ['facets', 'q', 'openLanes', 'columns', 'compare', 'data'] as const satisfies (keyof View)[];
const KEPT_FREE = 2_000;

/** Why a change can't be written into a link; null where it can. One that makes the link no longer always can. */
export function refusalOf(present: View, patch: Partial<View>): Refusal | null {
  const { length } = serializeView({ ...present, ...patch });
  const max = LISTS.some(key => key in patch) ? LONGEST_LINK - KEPT_FREE : LONGEST_LINK;
  return length > max && length > serializeView(present).length ? { length, max } : null;
}
