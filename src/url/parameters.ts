import { parseIsoSpan } from '../lib/day';
import { SLUG } from '../lib/slug';
import { OWN_COLUMNS, PLACE_COLUMN, TITLE_COLUMN } from '../model/columns';
import { type ColumnSort, LANE_SORTS, type Member, type Members, PANELS, SORTS, sortedUnique } from '../model/view';
import type { LinkProblem } from './link-problem';

interface Parameter<T> {
  /**
   * Parses a text that is not empty. Undefined means invalid, which is reported as a problem; null means ignored
   * without a report.
   */
  read: (text: string) => T | null | undefined;
  /** Writes a value other than the default. */
  write: (value: T) => string;
  /** The problem kind of an invalid text; `badChoice` by default. */
  problem?: LinkProblem['kind'];
  /** The text may have any length, so a change of it can be refused. */
  isLong?: true;
  /** May be left out of a link that is too long to read, as it does not decide which dataset is shown. */
  isDispensable?: true;
}

const text: Parameter<string> = { read: found => found, write: String };

const day: Parameter<string> = {
  read: found => (parseIsoSpan(found) ? found : undefined),
  write: String,
  problem: 'badDate',
};

const slug: Parameter<string> = { read: found => (SLUG.test(found) ? found : undefined), write: String };

/** Ids to be checked against the dataset; texts that can't be ids are ignored. */
const slugs: Parameter<readonly string[]> = {
  read: found => sortedUnique(found.split(',').filter(id => SLUG.test(id))),
  write: ids => ids.join(','),
};

/** The title is always shown, so links only name it when it is the only column. */
const columns: Parameter<readonly string[]> = {
  read: found => {
    const named = found.split(',');
    const known = named.filter(id => SLUG.test(id) || OWN_COLUMNS.some(own => own === id));
    return known.length > 0 || named.includes(TITLE_COLUMN) ? sortedUnique(known) : undefined;
  },
  write: ids => ids.join(',') || TITLE_COLUMN,
};

/** A column, with `-` before it for the descending order. */
const columnSort: Parameter<ColumnSort> = {
  read: found => {
    const isDescending = found.startsWith('-');
    const column = isDescending ? found.slice(1) : found;
    return SLUG.test(column) || column === PLACE_COLUMN ? { column, isDescending } : undefined;
  },
  write: ({ column, isDescending }) => (isDescending ? '-' : '') + column,
};

const language: Parameter<string> = {
  read: found => (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(found) ? found : null),
  write: String,
};

function oneOf<T extends string>(allowed: readonly T[]): Parameter<T> {
  return { read: found => allowed.find(value => value === found), write: String };
}

/** Reads and writes the members of a view. `MEMBERS` in `model/view.ts` has their keys, defaults and order. */
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
  compare: { ...text, isLong: true, isDispensable: true },
  data: { ...text, isLong: true },
  foldGaps: { read: found => (found === 'fold' ? true : found === 'show' ? false : undefined), write: () => 'fold' },
  lang: language,
  embed: { read: found => found === '1', write: () => '1' },
};

/** Replaces lone surrogates, collapses white space, and trims. */
export function cleanText(found: string): string {
  return found.toWellFormed().replace(/\s+/g, ' ').trim();
}
