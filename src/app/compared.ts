import { type View, WHOLE_RECORD } from '../model/view';
import { parseView } from '../url/parse';
import { serializeView } from '../url/serialize';

/** What a view can be compared with: choices, over the window that both share. */
export type Choices = Pick<View, 'facets' | 'q'>;

/** The choices that a view is compared with, as its link says them; null when it stands alone. */
export function comparedWith({ compare }: Pick<View, 'compare'>): Choices | null {
  if (compare === null) return null;
  const { facets, q } = parseView(compare).view;
  return { facets, q };
}

/** Choices as a link says them; the whole record has a text too, so that it can be compared with. */
export function compareLink({ facets, q }: Choices): string {
  return serializeView({ ...WHOLE_RECORD, facets, q }).slice(1) || 'v=1';
}
