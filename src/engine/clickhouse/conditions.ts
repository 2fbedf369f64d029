import { wordUnits } from '../../lib/find-words';
import { asksNothing, parseSearch, type SearchTerms } from '../../lib/search-text';
import { isUnspacedAt, isUnspacedBefore } from '../../lib/unspaced';
import type { Filters } from '../../model/selection';
import type { FacetChoice } from '../../model/view';
import { type Dataset, positionsBefore, type StoredFacet } from './dataset';
import { ALL, every, NOTHING, not, some } from './logic';
import { bitsOf } from './schema';
import { foldedWords, integer, integers, wordsPattern } from './sql';
import { piecesOf } from './words';

/** The filters to ignore: the choice of the facet `facet`, the window, or (`filters`) all facets and the text. */
export interface Without {
  facet?: string;
  window?: true;
  filters?: true;
}

/**
 * Returns the SQL condition for the activities that pass all filters, except the filters in `without`. If the dataset is
 * limited to a sample, so is the condition.
 */
export function conditionOf(dataset: Dataset, filters: Filters, without: Without = {}): string {
  const sample = dataset.sample ? `level >= ${integer(dataset.sample.rank)}` : ALL;
  const parts = without.window ? [sample] : [sample, windowCondition(dataset, filters)];
  if (without.filters) return every(parts);
  for (const [id, choice] of Object.entries(filters.facets)) {
    const facet = dataset.facets.get(id);
    if (facet && id !== without.facet) parts.push(choiceCondition(facet, choice));
  }
  return every([...parts, textCondition(dataset, filters.text)]);
}

/** Returns whether a facet or the search text narrows the selection. The window does not count. */
export function isFiltered(dataset: Dataset, { facets, text }: Filters): boolean {
  return Object.keys(facets).some(id => dataset.facets.has(id)) || wordsCondition(text) !== ALL;
}

function choiceCondition(facet: StoredFacet, choice: FacetChoice): string {
  const excluded = choice.exclude.flatMap(value => facet.numberOf(value) ?? []);
  return every([includeCondition(facet, choice), excluded.length > 0 ? not(hasAny(facet, excluded)) : ALL]);
}

/** Returns the SQL condition for the included values of a choice. A value that the facet lacks matches no activity. */
export function includeCondition(facet: StoredFacet, { include, mode }: FacetChoice): string {
  if (include.length === 0) return ALL;
  const numbers = include.flatMap(value => facet.numberOf(value) ?? []);
  if (mode === 'all') return numbers.length < include.length ? NOTHING : hasAll(facet, numbers);
  return hasAny(facet, numbers);
}

/** Returns the SQL condition for the activities with at least one of these values of a facet, or a value below one of them. */
export function hasAny({ f, hasBits }: StoredFacet, numbers: readonly number[]): string {
  if (numbers.length === 0) return NOTHING;
  return hasBits ? `bitAnd(b${f}, ${bitsOf(numbers)}) != 0` : `hasAny(v${f}, [${integers(numbers)}])`;
}

function hasAll({ f, hasBits }: StoredFacet, numbers: readonly number[]): string {
  const bits = bitsOf(numbers);
  return hasBits ? `bitAnd(b${f}, ${bits}) = ${bits}` : `hasAll(v${f}, [${integers(numbers)}])`;
}

/**
 * Returns the SQL condition for the activities that overlap the window. Positions are in the order of first days. So an
 * upper limit for positions lets the server skip the rest of the table.
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

/** Returns the SQL condition for a search text. It lists the activities if an earlier search found them. */
function textCondition({ searches }: Dataset, text: string): string {
  const condition = wordsCondition(text);
  return searches.get(condition) ?? condition;
}

/** Returns the SQL condition that finds the activities that match a search text by reading their words. */
export function wordsCondition(text: string): string {
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

/** Returns the SQL condition for a phrase. Blanks beside scripts without spaces, such as Chinese, are optional. */
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
