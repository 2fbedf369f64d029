import { describe, expect, it } from 'vitest';
import { firstSentence, firstSentences } from '../../src/lib/sentences';

describe('firstSentence', () => {
  it.each([
    ['Dated items of UNODC’s office in Brussels. A list: 76 items.', 'en', 'Dated items of UNODC’s office in Brussels'],
    [
      'Treize brèves, et des pages publiques ; bien des lacunes. Les jours.',
      'fr',
      'Treize brèves, et des pages publiques ; bien des lacunes',
    ],
    ['No stop', 'en', 'No stop'],
    ['Is it all? No.', 'en', 'Is it all?'],
    ['And so on …', 'en', 'And so on …'],
    ['More to come... Later.', 'en', 'More to come...'],
    ['新闻。更多。', 'zh', '新闻。'],
    ['  ', 'en', ''],
    ['A text. In no language.', 'en_not-a-tag', 'A text'],
  ])('of %j is the first', (note, language, sentence) => {
    expect(firstSentence(note, language)).toBe(sentence);
  });
});

describe('firstSentences', () => {
  const TEXT = 'One is here. Two follows it. Three comes last.';

  it.each([
    [0, 'One is here.'],
    [27, 'One is here.'],
    [28, 'One is here. Two follows it.'],
    [45, 'One is here. Two follows it.'],
    [46, TEXT],
    [999, TEXT],
  ])('of at most %i characters, but at least one sentence', (max, lead) => {
    expect(firstSentences(TEXT, 'en', max)).toBe(lead);
  });

  it('of a blank text are none', () => {
    expect(firstSentences(' \n ', 'en', 99)).toBe('');
  });
});
