import { describe, expect, it } from 'vitest';
import { PARTS, readOptions } from '../../bench/options.mjs';

describe('the options', () => {
  it('are all parts, at their own sizes, when none is given', () => {
    expect(readOptions([])).toEqual({
      parts: PARTS,
      sizes: null,
      repeat: 5,
      seed: 7,
      port: 4300,
      before: null,
      write: false,
    });
  });

  it('name parts, sizes and repeats', () => {
    const options = readOptions(['search', 'engine', '--sizes', '100,2000', '--repeat', '9', '--write']);
    expect(options).toMatchObject({ parts: ['engine', 'search'], sizes: [100, 2000], repeat: 9, write: true });
  });

  it.each([[['speed']], [['--sizes', 'many']], [['--repeat']], [['--repeat', '0']], [['--colour', 'red']]])(
    'are refused where they make no sense: %j',
    words => {
      expect(readOptions(words)).toBeNull();
    },
  );
});
