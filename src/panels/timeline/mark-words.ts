import type { DateTools } from '../../i18n/use-dates';
import { isolated } from '../../lib/isolated';
import { shortened } from '../../lib/shortened';
import type { ActivityRow } from '../../model/answer';

/** In characters as readers count them. */
const LONGEST_LABEL = 30;

/** A label ends with a whole word where that leaves this much of it. */
const MIN_LABEL = 20;

/** What is written beside a mark, and the name that it has for those who hear it. */
export function markWords(row: ActivityRow, tools: DateTools): { label: string; name: string } {
  const title = tools.words(row.title);
  return {
    label: row.short === undefined ? shortened(title, LONGEST_LABEL, MIN_LABEL) : tools.words(row.short),
    name: `${isolated(title)}, ${tools.date(row.date)}`,
  };
}
