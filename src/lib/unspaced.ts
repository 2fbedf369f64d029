/** Matches letters, marks and digits of scripts without spaces: Han, kana, Thai, Lao, Khmer and Burmese. */
const UNSPACED =
  /^(?=[\p{L}\p{M}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** `UNSPACED` matches no code point below this one. */
const FIRST = 0x0e00;

const NO = 1;
const YES = 2;

/** NO or YES by UTF-16 unit. Zero means not cached yet. */
const table = new Uint8Array(0x10000);

/** Whether the character at index `at` belongs to a script that is written without spaces. */
export function isUnspacedAt(units: ArrayLike<number>, at: number): boolean {
  const unit = units[at] ?? 0;
  if (unit < FIRST) return false;
  if (unit >= 0xd800 && unit < 0xdc00) {
    return UNSPACED.test(String.fromCharCode(unit, units[at + 1] ?? 0));
  }
  return (table[unit] || learn(unit)) === YES;
}

export function isUnspacedBefore(units: ArrayLike<number>, at: number): boolean {
  const unit = units[at - 1] ?? 0;
  if (unit < FIRST) return false;
  return isUnspacedAt(units, unit >= 0xdc00 && unit < 0xe000 ? at - 2 : at - 1);
}

function learn(unit: number): number {
  const kind = UNSPACED.test(String.fromCharCode(unit)) ? YES : NO;
  table[unit] = kind;
  return kind;
}

/**
 * Whether `start` occurs at the beginning of `word`, or next to a letter of an unspaced script, where a new word may
 * begin. Both texts are in the form of `fold`.
 */
export function hasBeginning(word: string, start: string): boolean {
  for (let at = word.indexOf(start); at >= 0; at = word.indexOf(start, at + 1)) {
    if (at === 0 || UNSPACED.test(word.slice(at)) || UNSPACED.test([...word.slice(0, at)].at(-1) ?? '')) return true;
  }
  return false;
}
