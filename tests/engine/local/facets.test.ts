import { describe, expect, it } from 'vitest';
import { ask, countsOf } from '../../fixtures/ask';
import { drawn } from '../../fixtures/drawn';
import { SIX_ACTIVITIES } from '../../fixtures/six-activities';

function counts(link: string, expected: string): void {
  expect(countsOf(ask(SIX_ACTIVITIES, link))).toBe(drawn(expected));
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
    ['?lanes=theme', 'drugs 3/3, borders 3/3, none 1/1'],
    ['?lanes=theme&theme=borders', 'drugs 1/1, borders 3/3, none 0/0'],
    ['?lanes=theme&theme=-drugs', 'drugs 0/0, borders 2/2, none 1/1'],
    ['?lanes=theme&to=2017', 'drugs 2/3, borders 1/3, none 0/1'],
    ['?lanes=none', 'none'],
    ['?lanes=atlantis', 'none'],
    ['', 'none'],
  ])('%s are %s', (link, expected) => {
    const { dataset, given } = ask(SIX_ACTIVITIES, link);
    const values = dataset.facets.find(facet => facet.id === given.lanes?.inWindow.facet)?.values ?? [];
    const { inWindow, anyTime } = given.lanes ?? {};
    const numbers = values.map(({ id }, i) => `${id} ${inWindow?.counts[i]}/${anyTime?.counts[i]}, `);
    const none = given.lanes ? ` ${inWindow?.none}/${anyTime?.none}` : '';
    expect(`${numbers.join('')}none${none}`).toBe(expected);
  });
});
