import type { DateTools } from '../../i18n/use-dates';
import { isolated } from '../../lib/isolated';
import { shortened } from '../../lib/shortened';
import type { ActivityRow } from '../../model/answer';

/** In characters as readers count them (grapheme clusters). */
const LONGEST_LABEL = 30;

/** A label is cut after a whole word if at least this much is left. */
const MIN_LABEL = 20;

/** The label beside a mark and its accessible name, without the lane. */
export function markWords(row: ActivityRow, tools: DateTools): { label: string; name: string } {
  const title = tools.words(row.title);
  return {
    label: row.short === undefined ? shortened(title, LONGEST_LABEL, MIN_LABEL) : tools.words(row.short),
    name: `${isolated(title)}, ${tools.date(row.date)}`,
  };
}
