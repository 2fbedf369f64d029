import { type DaySpan, parseIsoSpan } from '../../lib/day';
import { fold } from '../../lib/fold';
import type { Activity, Facet, FacetValue, Text } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { pathOf } from '../../model/tree-walks';
import { isRaw, type Raw } from './fields';

/** A value that an activity may be tagged with. `words` are the words of its text that suggest the value. */
export interface TagProposal {
  facet: string;
  value: string;
  words: string;
}

export interface Vocabulary {
  facets: readonly Facet[];
  /** Maps a first word, in lower case and without accents, to the phrases that begin with it. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
}

interface Phrase {
  facet: string;
  value: FacetValue;
  words: readonly PhraseWord[];
  valid: DaySpan;
}

interface PhraseWord {
  folded: string;
  /** The word in its exact spelling. Only set if upper and lower case matter. */
  exact?: string;
}

/**
 * Returns the words of each label and alias of the facets, in every language. `raw` has the facets as in the file, with
 * the periods in which values are valid. A label such as `Early Warning Network (EWN)` counts as two names: the words
 * before the brackets, and the abbreviation.
 */
export function vocabularyOf(facets: readonly Facet[], raw: unknown): Vocabulary {
  const phrases = new Map<string, Phrase[]>();
  for (const facet of facets) {
    for (const value of facet.values) {
      const valid = validityOf(raw, facet.id, value.id);
      for (const words of phrasesOf(value)) {
        const [first] = words;
        if (!first) continue;
        const known = phrases.get(first.folded) ?? [];
        known.push({ facet: facet.id, value, words, valid });
        phrases.set(first.folded, known);
      }
    }
  }
  return { facets, phrases };
}

function phrasesOf({ label, aliases = [] }: FacetValue): PhraseWord[][] {
  const texts = [label, ...aliases].flatMap(textsOf).flatMap(text => {
    const [, before = '', inside = ''] = /^(.+?) ?\(([^()]+)\)$/.exec(text.trim()) ?? [];
    return before === '' ? [text] : isAbbreviation(inside) ? [before, inside] : [before];
  });
  const all = texts.map(text => wordsOf(text).map(phraseWord)).filter(words => words.some(isTelling));
  const byText = new Map(all.map(words => [JSON.stringify(words), words]));
  return [...byText.values()];
}

/** Returns whether a word alone can suggest a value. A single letter or a number can't. */
function isTelling({ folded }: PhraseWord): boolean {
  return folded.length > 1 && /\p{L}/u.test(folded);
}

function phraseWord({ text, folded }: Word): PhraseWord {
  return isAbbreviation(text) ? { folded, exact: text } : { folded };
}

/** Returns whether a word is an abbreviation, such as `EC`. In lower case, it may be another word. */
function isAbbreviation(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !text.includes(' ');
}

function validityOf(raw: unknown, facet: string, value: string): DaySpan {
  const rawFacet = objectsIn(raw).find(({ id }) => id === facet);
  const { validFrom, validUntil } = objectsIn(rawFacet?.values).find(({ id }) => id === value) ?? {};
  const from = typeof validFrom === 'string' ? parseIsoSpan(validFrom) : null;
  const until = typeof validUntil === 'string' ? parseIsoSpan(validUntil) : null;
  return {
    earliest: from?.earliest ?? Number.NEGATIVE_INFINITY,
    latest: until?.latest ?? Number.POSITIVE_INFINITY,
  };
}

function objectsIn(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRaw) : [];
}

interface Word {
  text: string;
  folded: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    folded: fold(word),
    start: index,
    end: index + word.length,
  }));
}

interface Match extends TagProposal {
  first: number;
  last: number;
}

/**
 * Returns the values whose label or alias occurs in the title or the summary of an activity, word for word. A match
 * inside a longer match of the same facet does not count. Leaves out values above a proposed value, values that were
 * not valid at the date, and facets in which the activity is tagged.
 */
export function proposeTags(activity: Activity, { facets, phrases }: Vocabulary): TagProposal[] {
  const found = [activity.title, activity.summary].flatMap(textsOf).flatMap(text => matchesIn(text, phrases, activity));
  return facets.flatMap(facet => {
    const { id, values } = facet;
    if ((activity.tags[id] ?? []).length > 0) return [];
    const first = new Map<string, TagProposal>();
    for (const { facet: owner, value, words } of found) {
      if (owner === id && !first.has(value)) first.set(value, { facet: id, value, words });
    }
    const tree = facetTree(facet);
    const above = new Set([...first.keys()].flatMap(value => pathOf(tree, value).slice(1)));
    return values.flatMap(value => {
      const proposal = first.get(value.id);
      return proposal && !above.has(value.id) ? [proposal] : [];
    });
  });
}

function textsOf(text: Text | undefined): readonly string[] {
  return text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);
}

function matchesIn(text: string, phrases: Vocabulary['phrases'], { earliest, latest }: DaySpan): Match[] {
  const words = wordsOf(text);
  const matches = words.flatMap(({ folded, start }, first) =>
    (phrases.get(folded) ?? []).flatMap(({ facet, value, words: wanted, valid }): Match[] => {
      const last = first + wanted.length - 1;
      const isHere = wanted.every(({ folded: word, exact }, i) => {
        const there = words[first + i];
        return there?.folded === word && (exact === undefined || there.text === exact);
      });
      if (!isHere || latest < valid.earliest || earliest > valid.latest) return [];
      return [{ facet, value: value.id, words: text.slice(start, words[last]?.end), first, last }];
    }),
  );
  return matches.filter(match => !matches.some(other => isInside(match, other)));
}

function isInside(match: Match, other: Match): boolean {
  const isLonger = other.last - other.first > match.last - match.first;
  return (
    isLonger &&
    other.facet === match.facet &&
    other.value !== match.value &&
    other.first <= match.first &&
    other.last >= match.last
  );
}
