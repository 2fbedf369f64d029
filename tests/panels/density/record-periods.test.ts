import { describe, expect, it } from 'vitest';
import { periodsOfRecord } from '../../../src/panels/density/record-periods';

describe('periodsOfRecord', () => {
  it('puts silences between the periods that the sources cover', () => {
    const coverage = [
      { from: 1, to: 5, note: 'News' },
      { from: 9, to: 12 },
    ];
    expect(periodsOfRecord(coverage, [{ earliest: 6, latest: 8 }])).toEqual([
      { earliest: 1, latest: 5, note: 'News', isSilent: false },
      { earliest: 6, latest: 8, isSilent: true },
      { earliest: 9, latest: 12, isSilent: false },
    ]);
  });
});
