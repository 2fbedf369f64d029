import { describe, expect, it } from 'vitest';
import type { DateForm } from '../../../src/lib/date-form';
import { dateKinds } from '../../../src/panels/about/date-kinds';

const form = (kind: DateForm['kind'], more: Partial<DateForm> = {}): DateForm => ({
  kind,
  isDoubtful: false,
  openStart: false,
  openEnd: false,
  ...more,
});

describe('dateKinds', () => {
  it('adds up the forms that look alike, the most frequent kind first', () => {
    const kinds = dateKinds([
      { form: form('day'), count: 5 },
      { form: form('day', { isDoubtful: true }), count: 4 },
      { form: form('period', { isDoubtful: true }), count: 3 },
      { form: form('between', { isDoubtful: true }), count: 2 },
      { form: form('between'), count: 1 },
      { form: form('days', { openEnd: true }), count: 1 },
      { form: form('between', { openStart: true }), count: 1 },
    ]);
    expect(kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ['doubtful', 7],
      ['day', 5],
      ['between', 3],
      ['open', 2],
    ]);
  });
});
