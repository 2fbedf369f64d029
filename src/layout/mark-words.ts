import { colourText } from '../i18n/colour-text';
import type { DateTools } from '../i18n/use-dates';
import { isolated } from '../lib/isolated';
import { shortened } from '../lib/shortened';
import type { ActivityRow } from '../model/answer';
import { type Colouring, coloursOf } from '../model/colour';
import type { MarkWords } from './feed';

/** The maximum length of a label, in characters as readers count them (grapheme clusters). */
const LONGEST_LABEL = 30;

/** A label is cut at the end of a word if at least this many characters are left, otherwise within a word. */
const MIN_LABEL = 20;

/** Returns a mark's label, its accessible name and its colours. `named` later adds the lane's name. */
export function markWords(row: ActivityRow, tools: DateTools, colouring: Colouring | null): MarkWords {
  const title = tools.words(row.title);
  const said = colouring ? colourText(tools, colouring, row.tags) : '';
  return {
    ...(colouring && { colours: coloursOf(colouring, row.tags) }),
    label: row.short === undefined ? shortened(title, LONGEST_LABEL, MIN_LABEL) : tools.words(row.short),
    name: [isolated(title), tools.date(row.date), said].filter(Boolean).join(', '),
  };
}
