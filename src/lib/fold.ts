/** Matches Hebrew and Arabic presentation forms, Latin ligatures, and full-width and half-width forms. */
const PRESENTATION_FORMS = /[\ufb00-\ufdff\ufe70-\uffee]+/g;

/**
 * Matches characters that folding removes: accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel
 * signs and tatweel, and invisible characters (soft hyphens, zero-width joiners and spaces, direction marks, variation
 * selectors). All other marks remain, because words can't be spelt without them: vowel signs, viramas and nuktas of the
 * Indic scripts, Thai tones, the hamza of an alef, the voicing mark of a kana.
 */
const REMOVED = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f', // combining marks
    '\\u0483-\\u0489\\u2de0-\\u2dff\\ua66f-\\ua672\\ua674-\\ua67d\\ua69e\\ua69f', // Cyrillic
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7', // Hebrew
    '\\u0610-\\u061a\\u0640\\u064b-\\u0652\\u0656-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed', // Arabic
    '\\u0897-\\u089f\\u08ca-\\u08e1\\u08e3-\\u08ff', // Arabic, in the Quran and in other languages
    '\\p{Default_Ignorable_Code_Point}', // invisible characters
  ].join('')}]+`,
  'gu',
);

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

/** Apostrophes that Unicode classifies as letters, used in Ukrainian, Uzbek and Hawaiian. */
const APOSTROPHES = /[\u02bb-\u02bd\u02ee\ua78c]/g;

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Returns a text in the form that the search compares: lower case, without accents, with ø, ł, ß, æ and similar letters
 * replaced by ASCII letters. The text is normalized (NFC), so that a Hangul syllable or a voiced kana is one letter,
 * however it was typed.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(PRESENTATION_FORMS, forms => forms.normalize('NFKC'))
    .normalize('NFD')
    .replace(REMOVED, '')
    .replace(/[øłđðþıħßæœς]/g, letter => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, "'")
    .normalize('NFC');
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Returns the folded words of a text. A word is a run of letters, marks and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

export function wordsIn(folded: string): Iterable<RegExpExecArray> {
  return folded.matchAll(WORD);
}
