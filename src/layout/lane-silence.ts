import type { TextTools } from '../i18n/text-tools';
import type { Lane } from './lanes';

/**
 * Returns the note in a lane without activities in the window. It says how many there would be without facet choices and search
 * text. Null for a lane with activities.
 */
export function laneSilence(
  { count, recorded }: Pick<Lane, 'count' | 'recorded'>,
  { t }: Pick<TextTools, 't'>,
): string | null {
  if (count > 0) return null;
  return recorded > 0 ? t('timeline.noneOf', { n: recorded }) : t('timeline.emptyLane');
}
