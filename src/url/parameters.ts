import { parseIsoSpan } from '../lib/day';
import { SLUG } from '../lib/slug';
import { OWN_COLUMNS, PLACE_COLUMN, TITLE_COLUMN } from '../model/columns';
import {
  type ColourChoice,
  type ColumnSort,
  GAPS_SHOWN,
  LANE_SORTS,
  type Member,
  type Members,
  PANELS,
  SORTS,
  sortedUnique,
} from '../model/view';
import type { LinkProblem } from './link-problem';

interface Parameter<T> {
  /**
   * Parses the text of a parameter, which is never empty. Returns undefined if it is invalid, which is reported as a
   * problem; returns null if it is to be ignored without a report.
   */
  read: (text: string) => T | null | undefined;
  /** Returns the text of a value that is not the default. */
  write: (value: T) => string;
  /** The kind of problem that an invalid text is reported as; `badChoice` by default. */
  problem?: LinkProblem['kind'];
  /** Set if the text can have any length. A change that would make the link too long is refused. */
  isLong?: true;
  /**
   * Set if the parameter may be left out of a link that is too long to read. Parameters that decide which dataset is
   * shown are never left out.
   */
  isDispensable?: true;
}

const text: Parameter<string> = { read: found => found, write: String };

const day: Parameter<string> = {
  read: found => (parseIsoSpan(found) ? found : undefined),
  write: String,
  problem: 'badDate',
};

const slug: Parameter<string> = { read: found => (SLUG.test(found) ? found : undefined), write: String };

/** A list of ids. Texts that can't be ids are ignored; the other ids are checked against the dataset later. */
const slugs: Parameter<readonly string[]> = {
  read: found => sortedUnique(found.split(',').filter(id => SLUG.test(id))),
  write: ids => ids.join(','),
};

/**
 * The columns of the table without the title, which is always shown. A link names the title only if there are no other
 * columns.
 */
const columns: Parameter<readonly string[]> = {
  read: found => {
    const named = found.split(',');
    const known = named.filter(id => SLUG.test(id) || OWN_COLUMNS.some(own => own === id));
    return known.length > 0 || named.includes(TITLE_COLUMN) ? sortedUnique(known) : undefined;
  },
  write: ids => ids.join(',') || TITLE_COLUMN,
};

/** A column to sort by. A `-` before it stands for descending order. */
const columnSort: Parameter<ColumnSort> = {
  read: found => {
    const isDescending = found.startsWith('-');
    const column = isDescending ? found.slice(1) : found;
    return SLUG.test(column) || column === PLACE_COLUMN ? { column, isDescending } : undefined;
  },
  write: ({ column, isDescending }) => (isDescending ? '-' : '') + column,
};

/** A facet's id, or `facet:value,value`. The order of the values is that of the colours. */
const colour: Parameter<ColourChoice> = {
  read: found => {
    const [facet = '', ...list] = found.split(':');
    const values = list.join(':').split(',').map(cleanText);
    const named = [...new Set(values)].filter(value => value !== '');
    return SLUG.test(facet) ? { facet, values: named.length > 0 ? named : null } : undefined;
  },
  write: ({ facet, values }) => (values ? `${facet}:${values.join(',')}` : facet),
};

const language: Parameter<string> = {
  read: found => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(found) ? found : null),
  write: String,
};

function oneOf<T extends string>(allowed: readonly T[]): Parameter<T> {
  return { read: found => allowed.find(value => value === found), write: String };
}

/** How to read and write each member of a view. Their keys, defaults and order are in `MEMBERS` of `model/view.ts`. */
export const PARAMETERS: { readonly [M in Member]: Parameter<NonNullable<Members[M]>> } = {
  q: { read: cleanText, write: String, isLong: true, isDispensable: true },
  from: day,
  to: day,
  lanes: slug,
  openLanes: { ...slugs, isLong: true, isDispensable: true },
  laneSort: oneOf(LANE_SORTS),
  across: slug,
  panel: oneOf(PANELS),
  columns: { ...columns, isLong: true, isDispensable: true },
  columnSort,
  sort: oneOf(SORTS),
  activity: text,
  colour: { ...colour, isLong: true, isDispensable: true },
  about: { read: found => found === '1', write: () => '1' },
  compare: { ...text, isLong: true, isDispensable: true },
  data: { ...text, isLong: true },
  wholeAxis: { read: found => found === '1', write: () => '1' },
  gaps: oneOf(GAPS_SHOWN),
  lang: language,
  embed: { read: found => found === '1', write: () => '1' },
};

/** Returns a text with lone surrogates replaced, white space collapsed to single spaces, and both ends trimmed. */
export function cleanText(found: string): string {
  return found.toWellFormed().replace(/\s+/g, ' ').trim();
}
