import { type View, WHOLE_RECORD } from '../model/view';
import { parseView } from '../url/parse';
import { serializeView } from '../url/serialize';

/** The facet choices and search text of one side of a comparison; both sides share the window. */
export type Choices = Pick<View, 'facets' | 'q'>;

/** Reads the other side of a comparison from the link; null without a comparison. */
export function comparedWith({ compare }: Pick<View, 'compare'>): Choices | null {
  if (compare === null) return null;
  const { facets, q } = parseView(compare).view;
  return { facets, q };
}

/**
 * Returns choices as the text of a link's `compare`. If nothing is chosen it is `v=1`, as an empty text would mean no
 * comparison.
 */
export function compareLink({ facets, q }: Choices): string {
  return serializeView({ ...WHOLE_RECORD, facets, q }).slice(1) || 'v=1';
}
