import type { Member, View } from '../model/view';
import { PARAMETERS } from './parameters';
import { LONGEST_LINK } from './params';
import { serializeView } from './serialize';

/** A change that was refused because its link would be too long. */
export interface Refusal {
  /** In characters: the length of the refused link and the maximum length. */
  length: number;
  max: number;
}

/** The number of characters of `LONGEST_LINK` that a change of a long member must leave for short members. */
const KEPT_FREE = 2_000;

/** Returns a refusal if a change lengthens the link beyond the maximum, otherwise null. */
export function refusalOf(present: View, patch: Partial<View>): Refusal | null {
  const { length } = serializeView({ ...present, ...patch });
  const max = Object.keys(patch).some(mayBeLong) ? LONGEST_LINK - KEPT_FREE : LONGEST_LINK;
  return length > max && length > serializeView(present).length ? { length, max } : null;
}

function mayBeLong(member: string): boolean {
  return member === 'facets' || PARAMETERS[member as Member].isLong === true;
}
