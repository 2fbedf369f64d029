import { describe, expect, it } from 'vitest';
import { withLines } from '../../src/lib/spoken-text';

describe('withLines', () => {
  it.each([
    ['One line.', 'One line.'],
    ['First\nsecond', 'First\nsecond'],
    ['First\n\nsecond', 'First\n\nsecond'],
    ['First\n\n\n \n\t\nsecond\nthird', 'First\n\nsecond\nthird'],
    ['First\r\n\r\n\r\nsecond\r\nthird', 'First\n\nsecond\nthird'],
    ['\n\n  First  \n\n', 'First'],
  ])('keeps the line ends of %j', (text, lines) => {
    expect(withLines({ text, language: null }).text).toBe(lines);
  });

  it('leaves one of very many blank lines', () => {
    const text = `a${' \n'.repeat(200_000)}`;
    expect(withLines({ text: `${text}b`, language: null }).text).toBe('a \n \nb');
    expect(withLines({ text: `a${' '.repeat(200_000)}b`, language: null }).text).toHaveLength(200_002);
  });
});
