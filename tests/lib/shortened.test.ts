import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened as cut, quotable } from '../../src/lib/shortened';

const shortened = (text: string) => cut(text, 30, 20);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const characters = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

describe('shortened', () => {
  it('does not change 30 characters, however many units they have', () => {
    const family = '👩‍👩‍👧‍👦'.repeat(30);
    expect(shortened(family)).toBe(family);
    expect(shortened('One')).toBe('One');
  });

  it('ends with a whole word near the limit', () => {
    expect(shortened('Steering committee reviews the national plans')).toBe('Steering committee reviews…');
  });

  it('cuts a long word near the limit, not at the last space before it', () => {
    expect(shortened('Konferenz Rindfleischetikettierungsüberwachungsaufgaben')).toBe('Konferenz Rindfleischetiketti…');
  });

  it('cuts only between characters, and keeps at least 20', () => {
    const part = fc.constantFrom('a', 'é', 'e\u0301', 'कि', '👍🏽', '🇫🇷', '👩‍👩‍👧', ' ', 'ห้', 'word');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), parts => {
        const title = parts.join('').trim();
        const label = shortened(title);
        if (label === title) return;
        const kept = characters(label.slice(0, -1));
        expect(label.endsWith('…')).toBe(true);
        expect(characters(title).slice(0, kept.length)).toEqual(kept);
        expect(kept.length).toBeLessThan(30);
        expect(characters(title).slice(kept.length).join('').trim()).not.toBe('');
      }),
    );
  });
});

describe('a letter with a million marks', () => {
  it('is cut as well', () => {
    expect(cut(`a${'\u0301'.repeat(1_000_000)}`, 30)).toBe(`a${'\u0301'.repeat(479)}…`);
  });
});

describe('quotable', () => {
  it('quotes what fits a sentence', () => {
    expect(quotable('2017-02-30')).toBe('2017-02-30');
    expect(quotable('x'.repeat(3_000))).toBe(`${'x'.repeat(79)}…`);
  });
});
