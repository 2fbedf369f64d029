import { describe, expect, it } from 'vitest';
import { phraseTest, termsTest } from '../../src/lib/find-words';
import { wordsOf } from '../../src/lib/fold';
import { parseSearch } from '../../src/lib/search-text';
import { WordCutter } from '../../src/lib/word-cutter';

function isFound(fields: readonly string[], search: string): boolean {
  return termsTest(parseSearch(search))(new WordCutter().cutFields(fields));
}

describe('termsTest', () => {
  const fields = ['Border police meeting', 'Straße der Anti-Drogen-Politik'];

  it.each([
    ['bord', true],
    ['order', false],
    ['bord strasse', true],
    ['bord river', false],
    ['"border police"', true],
    ['"police border"', false],
    ['"border meeting"', false],
    ['"bord police"', false],
    ['"meeting strasse"', false],
    ['"anti drogen"', true],
    ['-river', true],
    ['-bord', false],
    ['-anti-drogen', false],
    ['-anti-river', true],
    ['-"police border"', true],
    ['-"border police"', false],
    ['', true],
  ])('finds %j: %s', (search, expected) => {
    expect(isFound(fields, search)).toBe(expected);
  });

  it.each([
    ['国家新闻办公室', '新闻', true],
    ['国家新闻办公室', '-新闻', false],
    ['国家新闻办公室', '新办', false],
    ['国家新，闻名', '新闻', false],
    ['国家新，闻名', '“新闻”', false],
    ['国家新闻办公室', '“新闻”', true],
    ['国家新闻办公室', '“新闻 办公”', true],
    ['国家新闻，办公室', '“新闻 办公”', true],
    ['国家新闻办公室', '“办公 新闻”', false],
    ['2020年11月23日', '11月', true],
    ['2020年11月23日', '1月', false],
    ['2020年11月23日', '年1', true],
    ['2020年11月23日', '“年1”', false],
    ['2020年11月23日', '“年11月”', true],
    ['2020年11月23日', '020年', false],
    ['欧盟EU会议', 'eu', true],
    ['欧盟EU会议', 'EU会议', true],
    ['欧盟EU会议', '盟e', true],
    ['欧盟EU会议', 'u会', false],
    ['EU 会议', 'EU会议', false],
    ['ガラス', 'カラス', false],
    ['東京タワーへ', 'タワー', true],
    ['ทุ่', 'ทา', false],
    ['การประชุมร่วม', 'ประชุม', true],
    ['ກອງປະຊຸມ', 'ປະຊຸມ', true],
    ['ការប្រជុំ', 'ប្រជុំ', true],
    ['အစည်းအဝေး', 'အဝေး', true],
    ['한국회의', '회의', false],
    ['Grenzschutz', 'schutz', false],
    ['कमलपुर', 'पुर', false],
  ])('in %j finds %j: %s', (text, search, expected) => {
    expect(isFound([text], search)).toBe(expected);
  });

  it('finds nothing that begins in one field and ends in the next', () => {
    expect(isFound(['新', '闻'], '新闻')).toBe(false);
    expect(isFound(['新', '闻'], '"新闻"')).toBe(false);
    expect(isFound(['border', 'police'], '"border police"')).toBe(false);
  });
});

describe('phraseTest', () => {
  it.each([
    ['Border police meeting', 'border police', true],
    ['Border – (Police)', 'border police', true],
    ['Border police', 'bord police', false],
    ['Border polices', 'border police', false],
    ['border 😀 police', 'border police', true],
    ['border 𐐨 police', 'border police', false],
    ['𐐨border police', 'border police', false],
    ['borderpolice', 'border police', false],
    ['Straße-Ø', 'strasse o', true],
    ['pas à pas de pas à pas', 'pas à pas de', true],
    ['a a b', 'a b', true],
    ['', 'a', false],
  ])('in %j finds %j: %s', (text, phrase, expected) => {
    expect(phraseTest(wordsOf(phrase))(text)).toBe(expected);
  });
});
