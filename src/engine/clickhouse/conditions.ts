import { wordUnits } from '../../lib/find-words';
import { asksNothing, parseSearch, type SearchTerms } from '../../lib/search-text';
import { isUnspacedAt, isUnspacedBefore } from '../../lib/unspaced';
import type { Filters } from '../../model/selection';
import type { FacetChoice } from '../../model/view';
import { type Dataset, positionsBefore, type StoredFacet } from './dataset';
import { bitsOf } from './schema';
import { foldedWords, integer, integers, wordsPattern } from './sql';
import { piecesOf } from './words';

/** The filters to leave out: the choices of a facet, the window, or all facets and the text. */
export interface Without {
  facet?: string;
  window?: true;
  filters?: true;
}

/** A condition that holds for all activities, and one that holds for none. */
export const ALL = '1';
export const NOTHING = '0';

/**
 * Returns a condition that holds where all conditions hold. It is one flat list, because ClickHouse reads the columns of its
 * cheap members first, and equal conditions have equal texts.
 */
export function every(conditions: readonly string[]): string {
  const left = conditions.filter(condition => condition !== ALL);
  const [only = ALL] = left;
  return left.length < 2 ? only : left.map(part => (isList(part) ? part : `(${part})`)).join(' AND ');
}

/** Returns whether a condition is a list that `every` made: `(…) AND (…)`. */
function isList(condition: string): boolean {
  let depth = 0;
  let outside = '';
  for (const letter of condition) {
    if (letter === ')') depth -= 1;
    if (depth === 0) outside += letter;
    if (letter === '(') depth += 1;
  }
  return /^\(\)( AND \(\))+$/.test(outside);
}

function some(conditions: readonly string[]): string {
  return conditions.length === 0 ? NOTHING : conditions.map(condition => `(${condition})`).join(' OR ');
}

export function not(condition: string): string {
  return `NOT (${condition})`;
}

/** Returns the condition of the activities that pass all filters except those in `without`. */
export function conditionOf(dataset: Dataset, filters: Filters, without: Without = {}): string {
  const parts = without.window ? [] : [windowCondition(dataset, filters)];
  if (without.filters) return every(parts);
  for (const [id, choice] of Object.entries(filters.facets)) {
    const facet = dataset.facets.get(id);
    if (facet && id !== without.facet) parts.push(choiceCondition(facet, choice));
  }
  return every([...parts, textCondition(filters.text)]);
}

/** Returns whether any facet or the text filters. */
export function isFiltered(dataset: Dataset, { facets, text }: Filters): boolean {
  return Object.keys(facets).some(id => dataset.facets.has(id)) || textCondition(text) !== ALL;
}

function choiceCondition(facet: StoredFacet, choice: FacetChoice): string {
  const excluded = choice.exclude.flatMap(value => facet.numberOf(value) ?? []);
  return every([includeCondition(facet, choice), excluded.length > 0 ? not(hasAny(facet, excluded)) : ALL]);
}

/** Returns the condition of the included values of a choice. Values that the facet lacks match no activity. */
export function includeCondition(facet: StoredFacet, { include, mode }: FacetChoice): string {
  if (include.length === 0) return ALL;
  const numbers = include.flatMap(value => facet.numberOf(value) ?? []);
  if (mode === 'all') return numbers.length < include.length ? NOTHING : hasAll(facet, numbers);
  return hasAny(facet, numbers);
}

/** Returns the condition of the activities with at least one of these values of a facet, or values below them. */
export function hasAny({ f, hasBits }: StoredFacet, numbers: readonly number[]): string {
  if (numbers.length === 0) return NOTHING;
  return hasBits ? `bitAnd(b${f}, ${bitsOf(numbers)}) != 0` : `hasAny(v${f}, [${integers(numbers)}])`;
}

function hasAll({ f, hasBits }: StoredFacet, numbers: readonly number[]): string {
  const bits = bitsOf(numbers);
  return hasBits ? `bitAnd(b${f}, ${bits}) = ${bits}` : `hasAll(v${f}, [${integers(numbers)}])`;
}

/**
 * Returns the condition of the activities that overlap the window. Positions ascend with first days, so a limit on them lets
 * the server skip the rest of the table.
 */
export function windowCondition(dataset: Dataset, { from, to }: Pick<Filters, 'from' | 'to'>): string {
  if (from === null && to === null) return ALL;
  const end = to === null ? dataset.stored.dated : positionsBefore(dataset, to + 1);
  return every([
    `n < ${integer(end)}`,
    to === null ? ALL : `start <= ${integer(to)}`,
    from === null ? ALL : `finish >= ${integer(from)}`,
  ]);
}

/** Returns the condition of the activities that match a search text. */
export function textCondition(text: string): string {
  const terms = parseSearch(text);
  return asksNothing(terms) ? ALL : termsCondition(terms);
}

function termsCondition({ words, phrases, notWords, notPhrases }: SearchTerms): string {
  return every([
    ...words.map(beginsWord),
    ...phrases.map(hasPhrase),
    ...notWords.map(cut => not(every(cut.map(beginsWord)))),
    ...notPhrases.map(phrase => not(hasPhrase(phrase))),
  ]);
}

function hasText(part: string): string {
  return `position(words, ${foldedWords(part)}) != 0`;
}

function beginsWord(word: string): string {
  return hasText(piecesOf(word));
}

/**
 * Returns the condition of a phrase of whole words. Where a letter of a script without spaces stands beside the border of
 * two words, there may be no blank in the text.
 */
function hasPhrase(phrase: readonly string[]): string {
  const pieces = phrase.map(piecesOf);
  const isLoose = phrase.map((word, i) => endsUnspaced(word) || beginsUnspaced(phrase[i + 1]));
  const last = phrase.at(-1) ?? '';
  if (isLoose.slice(0, -1).some(loose => loose)) {
    const pattern = pieces
      .map((part, i) => (i > 0 && isLoose[i - 1] ? ` ?${part}` : i > 0 ? ` ${part}` : part))
      .join('');
    return `match(words, ${wordsPattern(endsUnspaced(last) ? pattern : `${pattern}[ |]`)})`;
  }
  const whole = pieces.join(' ');
  return endsUnspaced(last) ? hasText(whole) : some([hasText(`${whole} `), hasText(`${whole}|`)]);
}

function endsUnspaced(word: string): boolean {
  return isUnspacedBefore(wordUnits(word), word.length);
}

function beginsUnspaced(word = ''): boolean {
  return isUnspacedAt(wordUnits(word), 0);
}
