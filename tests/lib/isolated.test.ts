import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated } from '../../src/lib/isolated';

const FSI = '\u2068';
const PDI = '\u2069';

/** Returns the isolate depth of each character; null if isolates are unbalanced. */
function depths(text: string): number[] | null {
  let depth = 0;
  const all: number[] = [];
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1;
    else if (character === PDI) depth -= 1;
    if (depth < 0) return null;
    all.push(depth);
  }
  return depth === 0 ? all : null;
}

describe('isolated', () => {
  it('leaves text of one direction as it is', () => {
    for (const text of ['', 'Border police', 'naïve – 2017 (пример)', '新闻']) expect(isolated(text)).toBe(text);
  });

  it('puts a name with right-to-left letters between isolating characters', () => {
    expect(isolated('لبنان')).toBe(`${FSI}لبنان${PDI}`);
    expect(isolated('Plan (עברית)')).toBe(`${FSI}Plan (עברית)${PDI}`);
  });

  it('does not isolate a sentence again whose names are isolated', () => {
    const sentence = `2 activities in ${isolated('لبنان')}, 2017`;
    expect(isolated(sentence)).toBe(sentence);
  });

  it('drops controls of direction that would reach beyond the name', () => {
    expect(isolated('a\u202eb')).toBe('ab');
    expect(isolated(`a${PDI}b`)).toBe('ab');
    expect(isolated(`${FSI}لبنان`)).toBe(`${FSI}لبنان${PDI}`);
  });

  it('never affects the text around it', () => {
    const piece = fc.constantFrom(
      'a',
      'ب',
      'ש',
      '1',
      ' ',
      '(',
      FSI,
      PDI,
      '\u2066',
      '\u2067',
      '\u202b',
      '\u202e',
      '\u202c',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = isolated(pieces.join(''));
        const depth = depths(text);
        expect(depth).not.toBeNull();
        expect(text).not.toMatch(/[\u2066\u2067\u202a-\u202e]/);
        for (const [i, character] of [...text].entries()) {
          if (/[\u0590-\u08ff]/.test(character)) expect(depth?.[i]).toBeGreaterThan(0);
        }
      }),
    );
  });
});
