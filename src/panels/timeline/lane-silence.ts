import type { TextTools } from '../../i18n/use-text';
import type { Lane } from './lanes';

/**
 * What a lane says in place of marks; null for one that holds activities in the window. A lane that facets or text have
 * emptied says how many it holds without them.
 */
export function laneSilence(
  { count, recorded }: Pick<Lane, 'count' | 'recorded'>,
  { t }: Pick<TextTools, 't'>,
): string | null {
  if (count > 0) return null;
  return recorded > 0 ? t('timeline.noneOf', { n: recorded }) : t('timeline.emptyLane');
}
