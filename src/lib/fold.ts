const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};

const PLAIN = /^[\x20-\x7e]*$/;

/** Lower case without diacritics, and with ø, ł, ß, æ and their like written in plain letters. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øłđðþıħßæœς]/g, letter => LETTERS[letter] ?? letter);
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The folded words of a text: its runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** A folded word and where it stands in the text it was taken from, in UTF-16 units, `[start, end)`. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

/** The same words as `wordsOf`, each with its place in the original text. */
export function placedWordsOf(text: string): PlacedWord[] {
  const places: number[] = [];
  let folded = '';
  for (const { segment, index } of clustersOf(text)) {
    const piece = fold(segment);
    folded += piece;
    for (let i = 0; i < piece.length; i += 1) places.push(index);
  }
  places.push(text.length);
  return [...folded.matchAll(WORD)].map(match => ({
    word: match[0],
    start: places[match.index] ?? 0,
    end: places[match.index + match[0].length] ?? text.length,
  }));
}

/** A letter together with the marks that follow it, so that folding a piece equals folding the whole. */
function* clustersOf(text: string): Generator<{ segment: string; index: number }> {
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) yield { segment: match[0], index: match.index };
}
