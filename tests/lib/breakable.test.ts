import { describe, expect, it } from 'vitest';
import { breakable } from '../../src/lib/breakable';

describe('breakable', () => {
  it.each([
    ['words', 'word '.repeat(200)],
    ['a word of 300 letters', 'x'.repeat(300)],
    ['Chinese', '新闻'.repeat(400)],
    ['Thai', 'กา'.repeat(400)],
    ['a long address', `https://example.org/${'path/'.repeat(50)}`],
  ])('leaves %s as they are', (_, text) => {
    expect(breakable(text)).toBe(text);
  });

  it('lets a longer run break at every 300 letters, and loses none of them', () => {
    const text = breakable('ж'.repeat(200_000));
    expect(text.replaceAll('\u200B', '')).toBe('ж'.repeat(200_000));
    expect(Math.max(...text.split('\u200B').map(part => part.length))).toBe(300);
  });
});
