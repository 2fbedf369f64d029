/** Presentation forms of Hebrew and Arabic letters, Latin ligatures, full and half width: the same letters as others. */
const PRESENTATION_FORMS = /[\ufb00-\ufdff\ufe70-\uffee]+/g;

/**
 * What folding takes out: accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowel signs and tatweel, and
 * characters that nobody sees (soft hyphens, zero-width joiners and spaces, marks of direction, variation selectors).
 * Every other mark is part of how its script writes a word and stays: vowel signs, viramas and nuktas of the Indic scripts,
 * Thai tones, the hamza of an alef, the voicing of a kana.
 */
const TAKEN_OUT = new RegExp(
  `[${[
    '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f', // combining marks
    '\\u0483-\\u0489\\u2de0-\\u2dff\\ua66f-\\ua672\\ua674-\\ua67d\\ua69e\\ua69f', // Cyrillic
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7', // Hebrew
    '\\u0610-\\u061a\\u0640\\u064b-\\u0652\\u0656-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed', // Arabic
    '\\u0897-\\u089f\\u08ca-\\u08e1\\u08e3-\\u08ff', // Arabic, in the Quran and in other languages
    '\\p{Default_Ignorable_Code_Point}', // what nobody sees
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

/** Apostrophes that Unicode counts among the letters, as in Ukrainian, Uzbek and Hawaiian. */
const APOSTROPHES = /[\u02bb-\u02bd\u02ee\ua78c]/g;

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Text as the search compares it: lower case without accents, ø, ł, ß, æ and their like in plain letters. Everything else
 * is composed (NFC), so that a Hangul syllable or a voiced kana is one letter however it was typed.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(PRESENTATION_FORMS, forms => forms.normalize('NFKC'))
    .normalize('NFD')
    .replace(TAKEN_OUT, '')
    .replace(/[øłđðþıħßæœς]/g, letter => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, "'")
    .normalize('NFC');
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The folded words of a text: its runs of letters, marks and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** The words of a folded text, each with its index. */
export function wordsIn(folded: string): Iterable<RegExpExecArray> {
  return folded.matchAll(WORD);
}
