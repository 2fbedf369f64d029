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
   * Parses the text of a parameter, which is never empty. Undefined means that the text is invalid and must be
   * reported. Null means that the text is ignored without a report.
   */
  read: (text: string) => T | null | undefined;
  /** Writes a value that is not the default. */
  write: (value: T) => string;
  /** The kind under which an invalid text is reported. `badChoice` if undefined. */
  problem?: LinkProblem['kind'];
  /** Set if the text can have any length. Such a text must leave room for the short parameters of the link. */
  isLong?: true;
  /** Set if the parameter may be ignored in too long a link. Parameters that name the dataset never are. */
  isDispensable?: true;
}

const text: Parameter<string> = { read: found => found, write: String };

const day: Parameter<string> = {
  read: found => (parseIsoSpan(found) ? found : undefined),
  write: String,
  problem: 'badDate',
};

const slug: Parameter<string> = { read: found => (SLUG.test(found) ? found : undefined), write: String };

/** Texts that can't be ids are ignored. The other ids are checked later against the dataset. */
const slugs: Parameter<readonly string[]> = {
  read: found => sortedUnique(found.split(',').filter(id => SLUG.test(id))),
  write: ids => ids.join(','),
};

/** The columns of the table without the title. A link names the title only if it is the only column. */
const columns: Parameter<readonly string[]> = {
  read: found => {
    const named = found.split(',');
    const known = named.filter(id => SLUG.test(id) || OWN_COLUMNS.some(own => own === id));
    return known.length > 0 || named.includes(TITLE_COLUMN) ? sortedUnique(known) : undefined;
  },
  write: ids => ids.join(',') || TITLE_COLUMN,
};

/** A `-` before the column's id means descending order. */
const columnSort: Parameter<ColumnSort> = {
  read: found => {
    const isDescending = found.startsWith('-');
    const column = isDescending ? found.slice(1) : found;
    return SLUG.test(column) || column === PLACE_COLUMN ? { column, isDescending } : undefined;
  },
  write: ({ column, isDescending }) => (isDescending ? '-' : '') + column,
};

/** `facet` or `facet:value,value`: what colours the activities. The first value gets the first colour. */
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

/** The keys, defaults and order of the members are in `MEMBERS` (`model/view.ts`). */
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

/** Replaces lone surrogates, collapses white space to single spaces, and trims both ends of a text. */
export function cleanText(found: string): string {
  return found.toWellFormed().replace(/\s+/g, ' ').trim();
}
