import type { Member, View } from '../model/view';
import { PARAMETERS } from './parameters';
import { LONGEST_LINK } from './params';
import { serializeView } from './serialize';

/** A change that was refused because its link would be too long. */
export interface Refusal {
  /** Length of the refused link and the maximum, in characters. */
  length: number;
  max: number;
}

/** Characters reserved for the short members. */
const KEPT_FREE = 2_000;

/** Returns why the link can't be changed; null if it can. A change that makes the link no longer is never refused. */
export function refusalOf(present: View, patch: Partial<View>): Refusal | null {
  const { length } = serializeView({ ...present, ...patch });
  const max = Object.keys(patch).some(mayBeLong) ? LONGEST_LINK - KEPT_FREE : LONGEST_LINK;
  return length > max && length > serializeView(present).length ? { length, max } : null;
}

function mayBeLong(member: string): boolean {
  return member === 'facets' || PARAMETERS[member as Member].isLong === true;
}
