export type CodePage = `windows-125${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

/**
 * Letters beyond ASCII of each language, the frequent ones before the bar. Of equally good languages, the first counts.
 */
const LANGUAGES: readonly [page: CodePage, letters: string][] = [
  ['windows-1252', 'éèàêç|ùôîâûëïüœÿæ'],
  ['windows-1252', 'äöüß|é'],
  ['windows-1252', 'åäöøæ|éü'],
  ['windows-1252', 'áéíóúñ|ü'],
  ['windows-1252', 'ãçáéó|íúâêôõàü'],
  ['windows-1252', 'àèìòù|éîó'],
  ['windows-1252', 'áðíóú|éýþæö'],
  ['windows-1250', 'ąęłóś|żćńź'],
  ['windows-1250', 'áíěéř|ščžýůúťďňľĺŕôä'],
  ['windows-1250', 'áéíóö|őúüű'],
  ['windows-1250', 'ăîşţâ|'],
  ['windows-1250', 'čšžćđ|'],
  ['windows-1254', 'ıüşğçö|âîû'],
  ['windows-1257', 'āīēšķ|ūžņļģčąęėįųõäöü'],
  ['windows-1251', 'оеаинтсрвл|бгджзйкмпуфхцчшщъыьэюяёіїєґўјљњћђџѓќѕ'],
  ['windows-1253', 'αοτιενσςρη|βγδζθκλμξπυφχψωάέήίόύώϊϋ'],
  ['windows-1256', 'اليمونرتبة|دسعفقكحجشصضطظغثخذزءأإآؤئىهپچژگکی'],
  ['windows-1255', 'יוהלאתרשבמ|גדזחטכנסעפצקךםןףץ'],
];

/** The length of the sample in bytes. A longer sample would hardly make the choice more certain. */
const SAMPLE_LENGTH = 1 << 16;

const FREQUENT = 3;
const KNOWN = 2;
const FOREIGN = -3;
const MISPLACED = -3;
const IMPOSSIBLE = -12;

/** Returns the code page in which the bytes decode to the most likely words. The bytes must not be UTF-8. */
export function codePageOf(bytes: Uint8Array): CodePage {
  const sample = sampleOf(bytes);
  const decoded = new Map<CodePage, string>();
  let best: CodePage = 'windows-1252';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [page, letters] of LANGUAGES) {
    const text = decoded.get(page) ?? decodePage(sample, page);
    decoded.set(page, text);
    const score = scoreOf(text, letters);
    if (score > bestScore) [best, bestScore] = [page, score];
  }
  return best;
}

/** The bytes 0x80 to 0x9F in windows-1252. Some versions of Node decode these bytes to control characters. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

export function decodePage(bytes: Uint8Array, page: CodePage): string {
  const text = new TextDecoder(page).decode(bytes);
  if (page !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009F]/g, control => UPPER_1252[control.charCodeAt(0) - 0x80] ?? control);
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.findIndex(byte => byte >= 0x80) - 8);
  return bytes.subarray(first, first + SAMPLE_LENGTH);
}

function scoreOf(text: string, letters: string): number {
  const [frequent = '', known = ''] = letters.split('|');
  const weights = new Map<string, number>();
  for (const letter of known) weights.set(letter, KNOWN);
  for (const letter of frequent) weights.set(letter, FREQUENT);
  const isLatin = /\p{Script=Latin}/u.test(frequent);
  let score = 0;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] ?? '';
    if (letter < '\u0080') continue;
    const [before, after] = [text[i - 1] ?? ' ', text[i + 1] ?? ' '];
    if (letter < '\u00A0' || letter === '\uFFFD') score += IMPOSSIBLE;
    else if (!LETTER.test(letter)) score += LETTER.test(before) && LETTER.test(after) && letter !== '’' ? MISPLACED : 0;
    else if (LETTER.test(before) || LETTER.test(after)) {
      score += weights.get(letter.toLowerCase()) ?? FOREIGN;
      if (LOWER.test(before) && UPPER.test(letter)) score += MISPLACED;
      // Two kinds of neighbours lower the score: letters of different scripts, and two accented letters. Both are rare
      // in words if the code page is right.
      const besideAscii = ASCII_LETTER.test(before) || ASCII_LETTER.test(after);
      if (isLatin ? before >= '\u0080' && LETTER.test(before) : besideAscii) score += MISPLACED;
    }
  }
  return score;
}

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const ASCII_LETTER = /[A-Za-z]/;
