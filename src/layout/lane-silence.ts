import type { TextTools } from '../i18n/text-tools';
import type { Lane } from './lanes';

/**
 * Returns the note for a lane without activities in the window, or null for a lane with activities. If the filters
 * exclude all activities of the lane, the note says how many.
 */
export function laneSilence(
  { count, recorded }: Pick<Lane, 'count' | 'recorded'>,
  { t }: Pick<TextTools, 't'>,
): string | null {
  if (count > 0) return null;
  return recorded > 0 ? t('timeline.noneOf', { n: recorded }) : t('timeline.emptyLane');
}
