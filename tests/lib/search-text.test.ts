import { describe, expect, it } from 'vitest';
import { asksNothing, parseSearch } from '../../src/lib/search-text';

/** Returns the terms on one line: `border police "border police" -drug+s -"a b"`. */
function termsOf(text: string): string {
  const { words, phrases, notWords, notPhrases } = parseSearch(text);
  return [
    ...words,
    ...phrases.map(phrase => `"${phrase.join(' ')}"`),
    ...notWords.map(cut => `-${cut.join('+')}`),
    ...notPhrases.map(phrase => `-"${phrase.join(' ')}"`),
  ].join(' ');
}

describe('parseSearch', () => {
  it.each([
    ['border police', 'border police'],
    ['  Border\tPOLICE  ', 'border police'],
    ['"border police"', '"border police"'],
    ['"border police', 'border police'],
    ['border "police', 'border police'],
    ['-border', '-border'],
    ['-"border police"', '-"border police"'],
    ['-"border police', 'police -border'],
    ['anti-drug', 'anti drug'],
    ['-anti-drug', '-anti+drug'],
    ['- border', 'border'],
    ['--border', '-border'],
    ['a "b c" -d -"e f" g', 'a g "b c" -d -"e f"'],
    ['"a b"c', 'c "a b"'],
    ['a"b c"', 'a b c'],
    ['"Straße-Ø"', '"strasse o"'],
    ['“border police”', '"border police"'],
    ['„border police“', '"border police"'],
    ['„border police”', '"border police"'],
    ['”border police”', '"border police"'],
    ['«border police»', '"border police"'],
    ['« border police »', '"border police"'],
    ['«\u00a0border police\u202f»', '"border police"'],
    ['»border police«', '"border police"'],
    ['»border police»', '"border police"'],
    ['‹border police›', '"border police"'],
    ['›border police‹', '"border police"'],
    ['＂border police＂', '"border police"'],
    ['-“border police”', '-"border police"'],
    ['-« border police »', '-"border police"'],
    ['-„border police“ -‹a b›', '-"border police" -"a b"'],
    ['“border police', 'border police'],
    ['border police”', 'border police'],
    ['„border police', 'border police'],
    ['« border police', 'border police'],
    ['border » police', 'border police'],
    ['-„border police', 'police -border'],
    ['“border police"', 'border police'],
    ['"border “police” post"', '"border police post"'],
    ['“a b” c „d e“ f « g h »', 'c f "a b" "d e" "g h"'],
    ['a“b c”', 'a b c'],
    ['border ’police’', 'border police'],
    ['-新闻 “新闻 发布”', '"新闻 发布" -新闻'],
    ['“”', ''],
    ['« »', ''],
    ['-«»', ''],
    ['👍 ☎️ —', ''],
    ['""', ''],
    ['-', ''],
    ['-""', ''],
    ['"-"', ''],
    ['!? …', ''],
    ['', ''],
  ])('reads %j as %j', (text, terms) => {
    expect(termsOf(text)).toBe(terms);
    expect(asksNothing(parseSearch(text))).toBe(terms === '');
  });
});
