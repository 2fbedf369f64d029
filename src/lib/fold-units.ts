import { fold, wordsOf } from './fold';

/** A result of `foldUnit`: the UTF-16 unit is not a letter, mark or digit, so a word ends before the unit. */
export const CUT = 1;
/** A result of `foldUnit`: `fold` removes the UTF-16 unit, and the word continues. */
export const DROPPED = 2;
/** A result of `foldUnit`: `fold` replaces the UTF-16 unit by several units, which `severalOf` returns. */
export const SEVERAL = 3;
/** A result of `foldUnit`: the unit can't be folded without its neighbours, for example because it is a surrogate. */
export const UNCLEAR = 4;

/** The maximum number of UTF-16 units by which `fold` replaces a single unit. */
export const MAX_UNITS = 4;

/** Matches marks that folding preserves, and parts of Hangul syllables. NFC may combine them with their neighbours. */
const PART = /[\p{M}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u;

/*
 * A text without surrogates and without the marks of `PART` can be folded one UTF-16 unit at a time. Accents are
 * removed one by one. Only the lower case of Σ depends on its position, but Σ folds to the same letter everywhere.
 * `table` caches the results by unit; zero means not cached yet.
 */
const table = new Uint16Array(0x10000);
const several = new Map<number, string>();

/** Returns the UTF-16 unit by which `fold` replaces the given one, or `CUT`, `DROPPED`, `SEVERAL` or `UNCLEAR`. */
export function foldUnit(unit: number): number {
  return table[unit] || learn(unit);
}

/** Returns the text by which `fold` replaces a unit for which `foldUnit` returns `SEVERAL`. */
export function severalOf(unit: number): string {
  return several.get(unit) ?? '';
}

function learn(unit: number): number {
  const kind = kindOf(unit);
  table[unit] = kind;
  return kind;
}

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return UNCLEAR;
  const letter = String.fromCharCode(unit);
  const folded = fold(letter);
  if (folded === '') return DROPPED;
  if (PART.test(folded)) return UNCLEAR;
  const [word] = wordsOf(letter);
  if (word === undefined) return CUT;
  if (word !== folded || word.length > MAX_UNITS) return UNCLEAR;
  if (word.length === 1) return word.charCodeAt(0);
  several.set(unit, word);
  return SEVERAL;
}
