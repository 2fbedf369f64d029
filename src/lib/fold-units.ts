import { fold, wordsOf } from './fold';

/** The unit is no letter, mark or digit: words end before it. */
export const CUT = 1;
/** The unit vanishes, and the word goes on. */
export const DROPPED = 2;
/** The unit becomes several letters. */
export const SEVERAL = 3;
/** What the unit becomes depends on its neighbours: half a character, or a part of one. */
export const UNCLEAR = 4;

/** A unit that becomes several letters becomes no more than this. */
export const MAX_UNITS = 4;

/** Marks that stay, and the parts of Hangul syllables: they may be composed with what stands beside them. */
const PART = /[\p{M}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u;

/*
 * In a text without such parts and without surrogates folding looks at no neighbours: accents vanish one by one, and the
 * one letter whose lower case depends on where it stands (Σ) folds to the same either way. Such a text is folded unit by
 * unit from a table. The table fills as units are met; zero is not met yet.
 */
const table = new Uint16Array(0x10000);
const several = new Map<number, string>();

/** What a UTF-16 unit folds to: a letter or digit, or one of the four words above. */
export function foldUnit(unit: number): number {
  return table[unit] || learn(unit);
}

/** The letters that a unit which becomes `SEVERAL` folds to. */
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
