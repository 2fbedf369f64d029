import { once } from '../../lib/once';

/**
 * Widths of the characters from U+0020 to U+007E, in hundredths of the font size. For each character, the wider of two
 * common sans-serif fonts counts, so that a text needs no more room than its measured width.
 */
const WIDTHS =
  '28 28 41 65 57 89 73 22 33 33 55 58 28 33 28 37 57 57 57 57 57 57 57 57 57 57 28 28 58 58 58 56 102 67 67 72 73 67 61 78 74 34 50 67 56 91 76 78 67 78 72 67 61 73 67 94 67 67 61 33 37 33 57 56 33 56 61 50 61 56 34 61 62 26 26 53 26 93 62 60 61 61 41 50 36 62 51 79 53 51 50 38 55 38 58'
    .split(' ')
    .map(Number);

/** Widths in hundredths of the font size. The first kind that matches counts, otherwise `OTHER`. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u, 0],
  [/[\p{Emoji_Presentation}]/u, 130],
  [/[\u00e6\u0153\u00c6\u0152\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u, 104],
  [/[\u2018\u2019\u201a\u00b7\u2022\u00a0\u202f\u2009]/u, 36],
  [/[\u201c-\u201e\u2013\u00ab\u00bb\u2039\u203a]/u, 60],
  [/(?=\p{sc=Latin})\p{Lu}/u, 79],
  [/\p{sc=Latin}/u, 63],
  [/\p{Lu}/u, 98],
  [/[\p{sc=Cyrillic}\p{sc=Greek}]/u, 88],
  [/[\p{sc=Arabic}\p{sc=Hebrew}]/u, 80],
];
const OTHER = 104;

/** The width of a bold text as a multiple of the width of a regular text. */
const BOLD = 1.15;

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/**
 * Returns a width in pixels into which a text fits at a font size. The width is computed from tables, because not every
 * export runs in a browser that could measure text.
 */
export function textWidth(text: string, size: number, isBold = false): number {
  let hundredths = 0;
  for (const char of text) hundredths += widthOf(char);
  return ((hundredths * size) / 100) * (isBold ? BOLD : 1);
}

function widthOf(char: string): number {
  return WIDTHS[(char.codePointAt(0) ?? 0) - 32] ?? KINDS.find(([kind]) => kind.test(char))?.[1] ?? OTHER;
}

/**
 * Breaks a text into lines that fit into a width in pixels. Breaks between words, or within a word that is too long.
 * Returns at most `most` lines. If the text needs more, the last line ends with an ellipsis.
 */
export function linesOf(text: string, size: number, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const fits = (line: string) => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (lines.length > most) break;
    if (line !== '') lines.push(line);
    const pieces = fits(word) ? [word] : brokenWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), withEllipsis(lines[most - 1] ?? '', fits)];
}

function brokenWord(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes().segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function withEllipsis(text: string, fits: (text: string) => boolean): string {
  const characters = [...graphemes().segment(text)].map(({ segment }) => segment);
  while (characters.length > 0 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
