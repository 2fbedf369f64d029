import { describe, expect, it } from 'vitest';
import { textIn } from '../../src/model/text';

describe('textIn', () => {
  it.each([
    ['Mali', ['fr'], 'Mali', null],
    [{ en: 'Border', fr: 'Frontière' }, ['fr', 'en'], 'Frontière', 'fr'],
    [{ en: 'Border', fr: 'Frontière' }, ['fr-BE', 'en'], 'Frontière', 'fr'],
    [{ en: 'Border', fr: 'Frontière' }, ['de', 'fr'], 'Frontière', 'fr'],
    [{ 'zh-Hant': '邊', en: 'Border' }, ['zh-Hant-TW'], '邊', 'zh-Hant'],
    [{ en: 'Border', fr: 'Frontière' }, ['de'], 'Border', 'en'],
    [{ en: 'Border' }, ['constructor'], 'Border', 'en'],
    [{}, ['en'], '', null],
  ])('finds in %j for %j: %s', (text, languages, expected, language) => {
    expect(textIn(text, languages)).toEqual({ text: expected, language });
  });
});
