import type { ColumnSort } from '../../../src/model/view';
import type { ColourWant } from '../../../src/model/wants';
import type { KnownDate } from '../../fixtures/arbitrary-date';
import type { DatasetDocument, DocumentActivity, DocumentText } from '../../fixtures/dataset-document';
import type { Query } from '../../fixtures/query';

/*
 * The rules of the contract, one function each, applied to the document as it is in its file: slow, obvious and
 * independent of the engine. If engine and oracle differ, one of them misreads the contract.
 */
export interface Oracle {
  selection: (query: Query) => string[];
  count: (query: Query, facet: string, value: string) => number;
  /** Counts the activities of the selection with the value, with the choices of its own facet applied. */
  within: (query: Query, facet: string, value: string) => number;
  /**
   * Counts the activities of the selection that begin in `[start, end)` and, if a lane is given, belong to it and to no
   * lane below it.
   */
  beginning: (query: Query, start: number, end: number, lane: OracleLane | null) => number;
  /**
   * The number of activities of the selection that begin in `[start, end)`. An inexact date counts by the share of its
   * days there.
   */
  share: (query: Query, start: number, end: number) => number;
  /**
   * Like `share`, of the activities with a coloured value. One with two of the values counts half for each of them, and one
   * with three for the first two.
   */
  colourShare: (query: Query, colours: ColourWant, value: string, start: number, end: number) => number;
  /** The first days, in order, of the selection's activities that have all of these values; infinite without a date. */
  firstDays: (query: Query, tags: readonly (readonly [facet: string, value: string])[]) => number[];
  inexact: (query: Query) => number;
  undated: (query: Query) => number;
  isPossible: (id: string, from: number | null, to: number | null) => boolean;
  isUndated: (id: string) => boolean;
  has: (id: string, facet: string, value: string) => boolean;
  /** The top values of a facet that occur in the selection, and `_none`. */
  valuesWithin: (query: Query, facet: string) => string[];
  /** Whether two activities are both tagged with the same value. */
  sharesTag: (one: string, other: string, facet: string) => boolean;
}

/** A value and its descendants that have lanes of their own. */
export interface OracleLane {
  facet: string;
  value: string;
  below: readonly string[];
}

export function oracleOf(document: DatasetDocument, dates: ReadonlyMap<string, KnownDate>): Oracle {
  const dateOf = (id: string): KnownDate => {
    const date = dates.get(id);
    if (!date) throw new Error(`no date of ${id}`);
    return date;
  };
  const isUndated = (id: string) => dateOf(id).earliest === Number.POSITIVE_INFINITY;
  const isPossible = (id: string, from: number | null, to: number | null) =>
    isUndated(id)
      ? from === null && to === null
      : (to === null || dateOf(id).earliest <= to) && (from === null || dateOf(id).latest >= from);
  const has = (activity: DocumentActivity, facet: string, value: string): boolean => {
    const own = ownTags(activity, facet);
    return value === '_none' ? own.length === 0 : own.some(tag => isAtOrBelow(document, facet, tag, value));
  };
  const passesFacet = (activity: DocumentActivity, query: Query, facet: string): boolean => {
    const { include, exclude, mode } = query.facets[facet] ?? { include: [], exclude: [], mode: 'any' };
    if (exclude.some(value => has(activity, facet, value))) return false;
    if (include.length === 0) return true;
    const found = include.filter(value => has(activity, facet, value));
    return mode === 'all' ? found.length === include.length : found.length > 0;
  };
  // Cached, as thousands of counts test the same text for the same activity.
  const texts = new Map<string, Map<DocumentActivity, boolean>>();
  const passesQueryText = (activity: DocumentActivity, text: string): boolean => {
    const known = texts.get(text) ?? new Map<DocumentActivity, boolean>();
    texts.set(text, known);
    const passes = known.get(activity) ?? passesText(searchedFields(document, activity), text);
    known.set(activity, passes);
    return passes;
  };
  const passesRest = (activity: DocumentActivity, query: Query, left?: string): boolean =>
    isPossible(activity.id, query.from, query.to) &&
    passesQueryText(activity, query.text) &&
    Object.keys(query.facets).every(facet => facet === left || passesFacet(activity, query, facet));

  const shareOf = ({ id }: DocumentActivity, start: number, end: number): number => {
    const { earliest, latest, exact } = dateOf(id);
    const isSpread = !exact && Number.isFinite(earliest) && Number.isFinite(latest);
    const last = isSpread ? latest : earliest;
    const days = Math.min(last + 1, end) - Math.max(earliest, start);
    return days > 0 ? days / (last - earliest + 1) : 0;
  };

  const activityOf = (id: string): DocumentActivity => {
    const activity = document.activities.find(candidate => candidate.id === id);
    if (!activity) throw new Error(`no activity ${id}`);
    return activity;
  };
  return {
    isPossible,
    isUndated,
    has: (id, facet, value) => has(activityOf(id), facet, value),
    valuesWithin: (query, facet) => {
      const tops = (document.facets.find(({ id }) => id === facet)?.values ?? []).filter(value => !value.broader);
      const selection = document.activities.filter(activity => passesRest(activity, query));
      return [...tops.map(({ id }) => id), '_none'].filter(value => selection.some(of => has(of, facet, value)));
    },
    sharesTag: (one, other, facet) => {
      const tags = ownTags(activityOf(one), facet);
      return ownTags(activityOf(other), facet).some(tag => tags.includes(tag));
    },
    selection: query =>
      document.activities
        .filter(activity => passesRest(activity, query))
        .sort(inOrder(document, dateOf, query))
        .map(activity => activity.id),
    count: (query, facet, value) => {
      const choice = query.facets[facet];
      const kept = choice?.mode === 'all' ? choice.include : [];
      return document.activities.filter(
        activity =>
          passesRest(activity, query, facet) && [...kept, value].every(wanted => has(activity, facet, wanted)),
      ).length;
    },
    within: (query, facet, value) =>
      document.activities.filter(activity => passesRest(activity, query) && has(activity, facet, value)).length,
    beginning: (query, start, end, lane) =>
      document.activities.filter(
        activity =>
          passesRest(activity, query) &&
          dateOf(activity.id).earliest >= start &&
          dateOf(activity.id).earliest < end &&
          (lane === null ||
            (has(activity, lane.facet, lane.value) && !lane.below.some(value => has(activity, lane.facet, value)))),
      ).length,
    share: (query, start, end) =>
      document.activities
        .filter(activity => passesRest(activity, query))
        .reduce((total, activity) => total + shareOf(activity, start, end), 0),
    colourShare: (query, { facet, values }, value, start, end) => {
      let sum = 0;
      for (const activity of document.activities) {
        const coloured = values.filter(other => has(activity, facet, other)).slice(0, 2);
        if (passesRest(activity, query) && coloured.includes(value)) {
          sum += shareOf(activity, start, end) / coloured.length;
        }
      }
      return sum;
    },
    firstDays: (query, tags) =>
      document.activities
        .filter(activity => passesRest(activity, query) && tags.every(([facet, value]) => has(activity, facet, value)))
        .map(({ id }) => dateOf(id).earliest)
        .sort((a, b) => a - b),
    undated: query =>
      document.activities.filter(activity => passesRest(activity, query) && isUndated(activity.id)).length,
    inexact: query =>
      document.activities.filter(activity => passesRest(activity, query) && !dateOf(activity.id).exact).length,
  };
}

function ownTags(activity: DocumentActivity, facet: string): string[] {
  const { tags = {} } = activity;
  return Object.hasOwn(tags, facet) ? (tags[facet] ?? []) : [];
}

function isAtOrBelow(document: DatasetDocument, facet: string, tag: string, value: string): boolean {
  const values = document.facets.find(({ id }) => id === facet)?.values ?? [];
  const broader = values.find(({ id }) => id === tag)?.broader;
  return tag === value || (broader !== undefined && isAtOrBelow(document, facet, broader, value));
}

function inOrder(document: DatasetDocument, dateOf: (id: string) => KnownDate, { sort }: Query) {
  const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
  const language = document.language ?? 'en';
  const titleOf = ({ title }: DocumentActivity) =>
    typeof title === 'string' ? title : (title[language] ?? Object.values(title)[0] ?? '');
  return (a: DocumentActivity, b: DocumentActivity): number => {
    const byDate =
      compare(dateOf(a.id).earliest, dateOf(b.id).earliest) ||
      compare(dateOf(a.id).latest, dateOf(b.id).latest) ||
      compare(dateOf(a.id).time, dateOf(b.id).time) ||
      compare(a.id, b.id);
    if (typeof sort === 'object') return inColumn(document, sort, a, b) || byDate;
    if (sort === 'title') return titleOf(a).localeCompare(titleOf(b), language, { numeric: true }) || byDate;
    const isLast = ({ id }: DocumentActivity) => dateOf(id).earliest === Number.POSITIVE_INFINITY;
    if (isLast(a) || isLast(b)) return byDate;
    return sort === '-date' ? -byDate : byDate;
  };
}

/** By place, or by the first value in the facet's tree; activities without one come last in both directions. */
function inColumn(
  document: DatasetDocument,
  { column, isDescending }: ColumnSort,
  a: DocumentActivity,
  b: DocumentActivity,
): number {
  const facet = document.facets.find(({ id }) => id === column);
  const field = document.fields?.find(({ id }) => id === column);
  if (field) return byField(document, field, isDescending, a, b);
  const below = (broader: string | undefined): string[] =>
    (facet?.values ?? []).filter(value => value.broader === broader).flatMap(({ id }) => [id, ...below(id)]);
  const values = facet && below(undefined);
  const language = document.language ?? 'en';
  const wordOf = ({ place }: DocumentActivity): string | undefined =>
    typeof place?.name === 'object' ? (place.name[language] ?? Object.values(place.name)[0]) : place?.name;
  const rankOf = (activity: DocumentActivity) => values?.findIndex(id => ownTags(activity, column).includes(id));
  const isLast = (activity: DocumentActivity) => (values ? rankOf(activity) === -1 : wordOf(activity) === undefined);
  if (isLast(a) || isLast(b)) return Number(isLast(a)) - Number(isLast(b));
  const ascending = values
    ? (rankOf(a) ?? 0) - (rankOf(b) ?? 0)
    : (wordOf(a) ?? '').localeCompare(wordOf(b) ?? '', language, { numeric: true });
  return isDescending ? -ascending : ascending;
}

/** Numbers by size, and other values as texts; activities without a value come last in both directions. */
function byField(
  { language = 'en' }: DatasetDocument,
  { id, type }: { id: string; type: string },
  isDescending: boolean,
  a: DocumentActivity,
  b: DocumentActivity,
): number {
  const [one, other] = [a.values?.[id], b.values?.[id]];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const textOf = (value: DocumentText | number) =>
    typeof value === 'object' ? (value[language] ?? Object.values(value)[0] ?? '') : String(value);
  const ascending =
    type === 'number'
      ? Number(one) - Number(other)
      : textOf(one).localeCompare(textOf(other), language, { numeric: true });
  return isDescending ? -ascending : ascending;
}

function searchedFields(document: DatasetDocument, activity: DocumentActivity): string[] {
  const fields: (DocumentText | undefined)[] = [
    activity.title,
    activity.summary,
    activity.place?.name,
    activity.dateNote,
    activity.source?.note,
    ...Object.entries(activity.values ?? {}).map(([id, value]) => (id === 'web-site' ? undefined : value)),
  ].map(field => (typeof field === 'number' ? String(field) : field));
  for (const facet of document.facets) {
    for (const value of facet.values) {
      if (ownTags(activity, facet.id).includes(value.id)) fields.push(value.label, ...(value.aliases ?? []));
    }
  }
  return fields.flatMap(field => (typeof field === 'object' ? Object.values(field) : (field ?? [])));
}

/*
 * Words are also cut around each letter of scripts without spaces: 欧盟EU会议 is 欧|盟|EU|会|议. A word matches if it contains
 * all pieces of the search word in a row, the last one at least as a prefix. A phrase needs complete pieces, and its
 * words one after the other.
 */
type Pieces = readonly string[];

/** Returns whether the fields of an activity match a search text. */
export function passesText(fields: readonly string[], text: string): boolean {
  const words = fields.map(cutWords);
  const begins = (word: Pieces) => words.some(field => field.some(candidate => stands(word, candidate)));
  const inRow = (phrase: readonly Pieces[]) => words.some(field => standsInRow(phrase, field));
  return cutTerms(text).every(({ words: cut, isPhrase, isNot }) => {
    if (cut.length === 0) return true;
    return isNot !== (isPhrase ? inRow(cut) : cut.every(begins));
  });
}

function stands(word: Pieces, candidate: Pieces): boolean {
  return candidate.some((_, start) =>
    word.every((piece, i) => {
      const there = candidate[start + i] ?? '';
      const mayGoOn = i === word.length - 1 && !isUnspaced(piece);
      return mayGoOn ? there.startsWith(piece) && !isUnspaced(there) : there === piece;
    }),
  );
}

function standsInRow(phrase: readonly Pieces[], field: readonly Pieces[]): boolean {
  const places = (words: readonly Pieces[]) =>
    words.flatMap(word => word.map((piece, i) => ({ piece, isFirst: i === 0 })));
  const [wanted, there] = [places(phrase), places(field)];
  return there.some((_, start) =>
    wanted.every(({ piece, isFirst }, i) => {
      const found = there[start + i];
      return found?.piece === piece && (isFirst || !found.isFirst);
    }),
  );
}

interface Term {
  words: Pieces[];
  isPhrase: boolean;
  isNot: boolean;
}

/** Opening quotation mark → marks that close it. */
const CLOSING = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ...[...'“”„‟'].map((mark): [string, string] => [mark, '“”‟']),
  ['«', '»'],
  ['‹', '›'],
  ['»', '«»'],
  ['›', '‹›'],
]);

/** Parses letter by letter. A quotation mark counts if it opens a term and is closed later. */
function cutTerms(text: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < text.length) {
    const isNot = text[at] === '-';
    const opening = isNot ? at + 1 : at;
    const closers = [...(CLOSING.get(text[opening] ?? '') ?? '')];
    const closings = closers.map(mark => text.indexOf(mark, opening + 1)).filter(place => place >= 0);
    if (closings.length > 0) {
      const closing = Math.min(...closings);
      terms.push({ words: cutWords(text.slice(opening + 1, closing)), isPhrase: true, isNot });
      at = closing + 1;
    } else if (isSpace(text[at])) {
      at += 1;
    } else {
      const start = at;
      while (at < text.length && !isSpace(text[at])) at += 1;
      terms.push({ words: cutWords(text.slice(start, at)), isPhrase: false, isNot });
    }
  }
  return terms;
}

function isSpace(letter: string | undefined): boolean {
  return letter?.trim() === '';
}

const PLAIN_LETTERS = new Map(
  Object.entries({ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' }),
);

/** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and tatweel, by the blocks of Unicode. */
const FOLDED_MARKS: readonly (readonly [first: number, last: number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x652],
  [0x656, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
  [0x897, 0x8ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x2de0, 0x2dff],
  [0xa66f, 0xa69f],
  [0xfe20, 0xfe2f],
];

function isFolded(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (letter !== '\u0640' && !/\p{M}/u.test(letter)) return false;
  return FOLDED_MARKS.some(([first, last]) => first <= code && code <= last);
}

function isUnseen(letter: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(letter);
}

function isUnspaced(letter: string): boolean {
  return ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].some(script =>
    new RegExp(`^\\p{Script_Extensions=${script}}`, 'u').test(letter),
  );
}

function plainLetter(letter: string): string {
  if (/[\ufb00-\ufdff\ufe70-\uffee]/.test(letter)) return letter.normalize('NFKD');
  return letter;
}

/** Returns the words of a text, each cut into pieces. */
function cutWords(text: string): string[][] {
  const letters = [...text.toLowerCase()].flatMap(letter => [...plainLetter(letter).normalize('NFD')]);
  const kept = letters.filter(letter => !isFolded(letter) && !isUnseen(letter));
  const words: string[][] = [[]];
  for (const letter of kept
    .map(each => PLAIN_LETTERS.get(each) ?? each)
    .join('')
    .normalize('NFC')) {
    const word = words.at(-1) ?? [];
    const before = word.at(-1);
    if (!/^[\p{L}\p{M}\p{N}]$/u.test(letter) || /[ʻʼʽˮꞌ]/.test(letter)) words.push([]);
    else if (before === undefined || isUnspaced(before) || isUnspaced(letter)) word.push(letter);
    else word[word.length - 1] = before + letter;
  }
  return words.filter(word => word.length > 0);
}
