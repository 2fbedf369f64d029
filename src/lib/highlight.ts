import { endOfFound, findPhrase, findWord, type UnitRange, type WordUnits, wordUnits } from './find-words';
import { fold, wordsIn } from './fold';
import { parseSearch, type SearchTerms } from './search-text';

/** A part of a text. `hit` is true if the part matches the search. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

/** The most recent search. Many texts are highlighted for the same search. */
let cached = { search: '', terms: parseSearch('') };

function termsOf(search: string): SearchTerms {
  if (cached.search !== search) cached = { search, terms: parseSearch(search) };
  return cached.terms;
}

/** Splits a text into parts that match the search and parts that don't. A letter is never separated from its marks. */
export function highlight(text: string, search: string): TextPiece[] {
  const terms = termsOf(search);
  const cut = cutWithOffsets(text);
  const hits: (readonly [start: number, end: number])[] = [];
  const hit = (at: number, { length }: WordUnits) => {
    const last = endOfFound(cut, at + length) - 1;
    hits.push([cut.starts[at] ?? 0, cut.ends[last] ?? 0]);
  };
  for (const word of terms.words.map(wordUnits)) {
    for (let at = findWord(cut, word, false); at >= 0; at = findWord(cut, word, false, at + 1)) hit(at, word);
  }
  for (const phrase of terms.phrases.map(words => words.map(wordUnits))) {
    for (let starts = findPhrase(cut, phrase); starts; starts = findPhrase(cut, phrase, (starts[0] ?? 0) + 1)) {
      for (const [i, start] of starts.entries()) hit(start, phrase[i] ?? new Uint16Array());
    }
  }
  return piecesOf(text, hits);
}

/** Splits a text at the hits. Adjacent and overlapping hits become one part. */
function piecesOf(text: string, hits: (readonly [start: number, end: number])[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const [start, end] of hits.sort((a, b) => a[0] - b[0])) {
    if (end <= done) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false });
    const before = pieces.at(-1);
    if (before?.hit) before.text += text.slice(done, end);
    else pieces.push({ text: text.slice(Math.max(start, done), end), hit: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}

/** The UTF-16 units of folded words. `starts` and `ends` say where each unit's letter is in the original text. */
interface UnitsWithOffsets extends UnitRange {
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * Matches a letter and all characters that folding may combine with it: marks, invisible characters, parts of Hangul
 * syllables, half-width voicing marks, the Thai and Lao vowel am, and stacked Khmer or Burmese letters.
 */
const LETTER =
  /[\s\S](?:[\u17d2\u1039]\p{L}|[\p{M}\p{DI}\u0640\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f\uffc2-\uffdc\u{16d67}])*/gu;

function cutWithOffsets(text: string): UnitsWithOffsets {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const piece = fold(letter);
    folded += piece;
    for (let i = 0; i < piece.length; i += 1) {
      from.push(index);
      to.push(index + letter.length);
    }
  }
  const words = [...wordsIn(folded)];
  const length = words.reduce((sum, word) => sum + word[0].length + 1, 0);
  const result = {
    units: new Uint16Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    start: 0,
    end: length,
  };
  let at = 0;
  for (const { 0: word, index } of words) {
    for (let i = 0; i < word.length; i += 1) {
      result.units[at + i] = word.charCodeAt(i);
      result.starts[at + i] = from[index + i] ?? 0;
      result.ends[at + i] = to[index + i] ?? 0;
    }
    at += word.length + 1;
  }
  return result;
}
