import type { Member, View } from '../model/view';
import { PARAMETERS } from './parameters';
import { LONGEST_LINK } from './params';
import { serializeView } from './serialize';

/** A change that was not made, because the link to it would be too long. */
export interface Refusal {
  /** The characters that the link would have, and the most it can have. */
  length: number;
  max: number;
}

/** Characters kept free for the members that are short. */
const KEPT_FREE = 2_000;

/** Why a change can't be written into a link; null where it can. One that makes the link no longer always can. */
export function refusalOf(present: View, patch: Partial<View>): Refusal | null {
  const { length } = serializeView({ ...present, ...patch });
  const max = Object.keys(patch).some(mayBeLong) ? LONGEST_LINK - KEPT_FREE : LONGEST_LINK;
  return length > max && length > serializeView(present).length ? { length, max } : null;
}

function mayBeLong(member: string): boolean {
  return member === 'facets' || PARAMETERS[member as Member].isLong === true;
}
