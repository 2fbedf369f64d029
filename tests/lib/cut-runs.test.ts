import { describe, expect, it } from 'vitest';
import { cutRuns } from '../../src/lib/cut-runs';

describe('cutRuns', () => {
  it.each([
    ['words', 'word '.repeat(2000)],
    ['a word of 1,000 letters', 'x'.repeat(1000)],
    ['Chinese', '新闻'.repeat(4000)],
    ['Thai', 'กา'.repeat(4000)],
    ['a long address', `https://example.org/${'path/'.repeat(190)}`],
  ])('leaves %s as they are', (_, text) => {
    expect(cutRuns(text)).toBe(text);
  });

  it('cuts a run of any length, and leaves the words around it', () => {
    expect(cutRuns(`One ${'ж'.repeat(200_000)} two`)).toBe(`One ${'ж'.repeat(1000)}… two`);
  });

  it('cuts no letter in two', () => {
    expect(cutRuns('😀'.repeat(1200))).toBe(`${'😀'.repeat(1000)}…`);
  });
});
