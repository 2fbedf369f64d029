import { describe, expect, it } from 'vitest';
import { ask, countsOf } from '../fixtures/ask';
import { drawn } from '../fixtures/drawn';

const RECORD = `
  region
    africa
      mali
      kenya
    asia
    europe
  theme
    drugs
    borders
  2017  a #region:mali #region:kenya #theme:drugs
  2017  b #region:mali #theme:drugs #theme:borders
  2018  c #region:africa #theme:borders
  2018  d #region:asia #theme:borders
  2019  e #theme:drugs
  2019  f
`;

function counts(link: string, expected: string): void {
  expect(countsOf(ask(RECORD, link))).toBe(drawn(expected));
}

describe('the numbers beside the values', () => {
  it('count an activity once for every value above its own', () => {
    counts(
      '',
      `
        region
          africa 3
            mali 2
            kenya 1
          asia 1
          europe 0
          _none 2
        theme
          drugs 3
          borders 3
          _none 1
      `,
    );
  });

  it('leave out the choices of their own facet and keep those of the others', () => {
    counts(
      '?region=africa',
      `
        region
          africa 3
            mali 2
            kenya 1
          asia 1
          europe 0
          _none 2
        theme
          drugs 2
          borders 2
          _none 0
      `,
    );
  });

  it('leave out the exclusions of their own facet too', () => {
    counts(
      '?region=-africa&theme=borders',
      `
        region
          africa 2
            mali 1
            kenya 0
          asia 1
          europe 0
          _none 0
        theme
          drugs 1
          borders 1
          _none 1
      `,
    );
  });

  it('say what would remain with one more value where all must be there', () => {
    counts(
      '?region=mali&region.mode=all',
      `
        region
          africa 2
            mali 2
            kenya 1
          asia 0
          europe 0
          _none 0
        theme
          drugs 2
          borders 1
          _none 0
      `,
    );
  });

  it('keep the chosen and leave out the excluded where all must be there', () => {
    counts(
      '?region=mali,-kenya&region.mode=all',
      `
        region
          africa 2
            mali 2
            kenya 1
          asia 0
          europe 0
          _none 0
        theme
          drugs 1
          borders 1
          _none 0
      `,
    );
  });

  it('count nothing of a facet whose chosen value nobody knows, except beside its own values', () => {
    counts(
      '?region=atlantis',
      `
        region
          africa 3
            mali 2
            kenya 1
          asia 1
          europe 0
          _none 2
        theme
          drugs 0
          borders 0
          _none 0
      `,
    );
  });

  it('follow the window and the text', () => {
    counts(
      '?q=-b&from=2017&to=2018',
      `
        region
          africa 1
            mali 1
            kenya 1
          asia 0
          europe 0
          _none 0
        theme
          drugs 1
          borders 0
          _none 0
      `,
    );
  });
});

describe('the numbers of the lanes', () => {
  it.each([
    ['?lanes=theme', { facet: 'theme', counts: [3, 3], none: 1 }],
    ['?lanes=theme&theme=borders', { facet: 'theme', counts: [1, 3], none: 0 }],
    ['?lanes=theme&theme=-drugs', { facet: 'theme', counts: [0, 2], none: 1 }],
    ['?lanes=none', null],
    ['?lanes=atlantis', null],
    ['', null],
  ])('%s are %j', (link, expected) => {
    expect(ask(RECORD, link).given.lanes).toEqual(expected);
  });
});
