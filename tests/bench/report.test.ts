import { describe, expect, it } from 'vitest';
import { kilobytes, markdownOf, markdownTable, megabytes, ms, ratio, seconds, withPart } from '../../bench/report.mjs';

describe('a figure', () => {
  it.each([
    [ms(0.0123), '0.012 ms'],
    [ms(1.234), '1.23 ms'],
    [ms(12.34), '12.3 ms'],
    [ms(1234.5), '1235 ms'],
    [ms(Number.NaN), '–'],
    [seconds(999), '999 ms'],
    [seconds(12_340), '12.3 s'],
    [megabytes(28_400_000), '28.4 MB'],
    [kilobytes(103_000), '103 kB'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('a ratio', () => {
  it('is a fraction where it is small, and a multiple where the two are near', () => {
    expect(ratio(1, 120)).toBe('1/120');
    expect(ratio(1, 2)).toBe('1/2.00');
    expect(ratio(108, 100)).toBe('1.08×');
    expect(ratio(300, 100)).toBe('3.00×');
  });

  it('of what was not measured is none', () => {
    expect(ratio(Number.NaN, 1)).toBe('–');
    expect(ratio(1, 0)).toBe('–');
  });
});

describe('a table', () => {
  it('is Markdown, its numbers to the right', () => {
    expect(markdownTable({ caption: 'Some', columns: ['', 'a'], rows: [['x|y', '1']] })).toBe(
      ['**Some**', '', '|  | a |', '| --- | ---: |', '| x\\|y | 1 |'].join('\n'),
    );
  });

  it('of targets says whether each is kept, missed or not measured', () => {
    const text = markdownOf({
      tables: [],
      targets: [true, false, null].map(kept => ({ what: 'w', atLeast: 'b', measured: 'm', kept })),
    });
    expect(text.split('\n').slice(-3)).toEqual([
      '| w | b | m | yes |',
      '| w | b | m | **no** |',
      '| w | b | m | not measured |',
    ]);
  });
});

describe('the document', () => {
  const document = 'Before\n<!-- bench:load -->\nold\n<!-- /bench:load -->\nafter\n';

  it('gets the text of a part between its markers', () => {
    expect(withPart(document, 'load', 'new')).toBe(document.replace('old', 'new'));
  });

  it('refuses a part it has no place for', () => {
    expect(() => withPart(document, 'paint', 'new')).toThrow('no place for the part “paint”');
  });
});
