import { endOfFound, findPhrase, findWord, type Stretch, type WordUnits, wordUnits } from './find-words';
import { fold, wordsIn } from './fold';
import { parseSearch, type SearchTerms } from './search-text';

/** A piece of a text; `hit` pieces are what the search found. Joined, the pieces are the text. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

/** Many texts are cut for one search. */
let last = { search: '', terms: parseSearch('') };

function termsOf(search: string): SearchTerms {
  if (last.search !== search) last = { search, terms: parseSearch(search) };
  return last.terms;
}

/** Cuts a text where the words and phrases of a search stand in it, and never inside a letter with its marks. */
export function highlight(text: string, search: string): TextPiece[] {
  const terms = termsOf(search);
  const cut = cutWithPlaces(text);
  const hits: (readonly [start: number, end: number])[] = [];
  const hit = (at: number, { length }: WordUnits) => {
    const last = endOfFound(cut, at + length) - 1;
    hits.push([cut.starts[at] ?? 0, cut.ends[last] ?? 0]);
  };
  for (const word of terms.words.map(wordUnits)) {
    for (let at = findWord(cut, word, false); at >= 0; at = findWord(cut, word, false, at + 1)) hit(at, word);
  }
  for (const phrase of terms.phrases.map(words => words.map(wordUnits))) {
    for (let places = findPhrase(cut, phrase); places; places = findPhrase(cut, phrase, (places[0] ?? 0) + 1)) {
      for (const [i, place] of places.entries()) hit(place, phrase[i] ?? new Uint16Array());
    }
  }
  return piecesOf(text, hits);
}

/** Hits that touch are one piece. */
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

/** A cut text, and for each of its units where the letters that it was folded from stand in the original. */
interface PlacedUnits extends Stretch {
  starts: Uint32Array;
  ends: Uint32Array;
}

/**
 * A letter together with what belongs to it: marks, what is not seen, parts of Hangul syllables, voicing marks of half
 * width, the Thai and Lao am, and what is stacked below a Khmer or Burmese letter. Folding looks no further than that.
 */
const LETTER =
  /[\s\S](?:[\u17d2\u1039]\p{L}|[\p{M}\p{DI}\u0640\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f\uffc2-\uffdc\u{16d67}])*/gu;

function cutWithPlaces(text: string): PlacedUnits {
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
  const placed = {
    units: new Uint16Array(length),
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    start: 0,
    end: length,
  };
  let at = 0;
  for (const { 0: word, index } of words) {
    for (let i = 0; i < word.length; i += 1) {
      placed.units[at + i] = word.charCodeAt(i);
      placed.starts[at + i] = from[index + i] ?? 0;
      placed.ends[at + i] = to[index + i] ?? 0;
    }
    at += word.length + 1;
  }
  return placed;
}
