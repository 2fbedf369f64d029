import { unitsOf, WordCutter } from './word-cutter';

/** Tells whether a text has the phrase, a list of folded words, as whole words in a row. */
export function phraseTest(phrase: readonly string[]): (text: string) => boolean {
  const cutter = new WordCutter();
  const row = unitsOf(phrase);
  return text => {
    cutter.cut(text);
    const { units, end } = cutter;
    for (let at = 0; at + row.length <= end; at += 1) {
      if (standsAt(units, at, row)) return true;
      while (units[at] !== 0) at += 1;
    }
    return false;
  };
}

function standsAt(units: Uint16Array, at: number, row: Uint16Array): boolean {
  for (let i = 0; i < row.length; i += 1) if (units[at + i] !== row[i]) return false;
  return true;
}
