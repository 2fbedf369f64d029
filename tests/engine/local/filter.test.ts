import { describe, expect, it } from 'vitest';
import { ask, rowsOf } from '../../fixtures/ask';

const RECORD = `
  region
    africa
      west-africa
        mali Mali (Soudan français)
      kenya
    asia
  theme
    drugs Drugs and crime
    borders
  2016-12-31..2017-01-01  Eve #region:mali #theme:drugs
  2017                    Whole-year #region:mali #region:asia #theme:drugs #theme:borders
  2017-06-15              Midyear #region:kenya @Brussels
  2017-12                 Advent #region:west-africa
  2018-06..               Ongoing #region:asia #theme:borders
  ..2016-06               Before #theme:borders
  [2018-01..2019-01]      Between
  2019~                   Anti-drug policy for the Straße
`;

function shows(link: string, expected: string): void {
  expect(rowsOf(ask(RECORD, link))).toBe(expected);
}

const ALL = 'before eve whole-year midyear advent between ongoing anti-drug-policy-for-the-stra-e';

describe('a facet', () => {
  it.each([
    ['', ALL],
    ['?region=mali', 'eve whole-year'],
    ['?region=west-africa', 'eve whole-year advent'],
    ['?region=africa', 'eve whole-year midyear advent'],
    ['?region=africa,asia', 'eve whole-year midyear advent ongoing'],
    ['?region=africa,asia&region.mode=all', 'whole-year'],
    ['?region=africa,mali&region.mode=all', 'eve whole-year'],
    ['?region=africa,-mali', 'midyear advent'],
    ['?region=-africa', 'before between ongoing anti-drug-policy-for-the-stra-e'],
    ['?region=-asia,-kenya', 'before eve advent between anti-drug-policy-for-the-stra-e'],
    ['?region=_none', 'before between anti-drug-policy-for-the-stra-e'],
    ['?region=_none,kenya', 'before midyear between anti-drug-policy-for-the-stra-e'],
    ['?region=_none,kenya&region.mode=all', ''],
    ['?region=-_none', 'eve whole-year midyear advent ongoing'],
    ['?region=-_none,-africa', 'ongoing'],
    ['?region=atlantis', ''],
    ['?region=atlantis,kenya', 'midyear'],
    ['?region=atlantis,kenya&region.mode=all', ''],
    ['?region=-atlantis', ALL],
    ['?region=mali,-mali', ''],
    ['?region.mode=all', ALL],
    ['?region=asia&theme=borders', 'whole-year ongoing'],
    ['?region=mali&theme=-borders', 'eve'],
    ['?nonsense=kenya', ALL],
  ])('%s shows "%s"', shows);
});

describe('the window', () => {
  it.each([
    ['?from=2017&to=2017', 'eve whole-year midyear advent'],
    ['?from=2017-01-02&to=2017', 'whole-year midyear advent'],
    ['?to=2016', 'before eve'],
    ['?to=2016-12-30', 'before'],
    ['?from=2017-12-31&to=2017-12-31', 'whole-year advent'],
    ['?from=2018', 'between ongoing anti-drug-policy-for-the-stra-e'],
    ['?from=2030', 'ongoing'],
    ['?to=1900', 'before'],
    ['?from=2019-01-31&to=2019-01-31', 'between ongoing anti-drug-policy-for-the-stra-e'],
    ['?from=2019-02-01&to=2019-02-01', 'ongoing anti-drug-policy-for-the-stra-e'],
  ])('%s shows "%s"', shows);
});

describe('the text', () => {
  it.each([
    ['?q=mid', 'midyear'],
    ['?q=YEAR', 'whole-year'],
    ['?q=strasse', 'anti-drug-policy-for-the-stra-e'],
    ['?q=bruss', 'midyear'],
    ['?q=russels', ''],
    ['?q=francais', 'eve whole-year'],
    ['?q=drug', 'eve whole-year anti-drug-policy-for-the-stra-e'],
    ['?q=drugs+crime', 'eve whole-year'],
    ['?q=%22drugs+and+crime%22', 'eve whole-year'],
    ['?q=%22drugs+crime%22', ''],
    ['?q=%22drug%22', 'anti-drug-policy-for-the-stra-e'],
    ['?q=%22eve+drugs%22', ''],
    ['?q=drug+-anti-drug', 'eve whole-year'],
    ['?q=drug+-%22anti-drug%22', 'eve whole-year'],
    ['?q=-drug+-asia', 'before midyear advent between'],
    ['?q=africa', 'advent'],
    ['?q=region', ''],
    ['?q=-', ALL],
    ['?q=%22%22', ALL],
  ])('%s shows "%s"', shows);
});

describe('the order', () => {
  it.each([
    ['?theme=borders', 'before whole-year ongoing'],
    ['?theme=borders&sort=-date', 'ongoing whole-year before'],
    ['?theme=borders&sort=title', 'before ongoing whole-year'],
  ])('%s shows "%s"', shows);

  it('puts the earlier end first, then the lesser id', () => {
    const record = `
      2018-01-02  d
      2018-01     c
      2018-01-01  b
      2018-01-01  a
      2018-01     a10
      2018-01     a9
      ..2018-01   e
    `;
    expect(rowsOf(ask(record, ''))).toBe('e a b a10 a9 c d');
    expect(rowsOf(ask(record, '?sort=title'))).toBe('a a9 a10 b c d e');
  });
});
