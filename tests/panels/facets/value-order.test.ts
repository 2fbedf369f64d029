import { describe, expect, it } from 'vitest';
import type { Facet } from '../../../src/model/dataset';
import { orderedValues, type ValueOrder } from '../../../src/panels/facets/value-order';

const FACET: Facet = {
  id: 'place',
  label: 'Place',
  values: [
    { id: 'north', label: 'North' },
    { id: 'islands', label: 'Islands' },
    { id: 'port10', label: 'Port 10', broader: 'north' },
    { id: 'lee', label: 'Lee', broader: 'islands' },
    { id: 'port9', label: 'Port 9', broader: 'north' },
    { id: 'east', label: 'East' },
    { id: 'quay', label: 'Éclat quay', broader: 'port9' },
  ],
};

const COUNTS = [4, 9, 1, 9, 3, 4, 3];

function seen(order: ValueOrder, times?: readonly number[]): string {
  const positions = orderedValues(FACET, order, {
    counts: COUNTS,
    labelOf: ({ label }) => String(label),
    compareLabels: new Intl.Collator('en', { numeric: true }).compare,
    times,
  });
  return positions.map(i => FACET.values[i]?.id).join(' ');
}

describe('orderedValues', () => {
  it.each([
    ['given', 'north port10 port9 quay islands lee east'],
    ['count', 'islands lee north port9 quay port10 east'],
    ['name', 'east islands lee north port9 quay port10'],
  ] as const)('stands by %s under what each is below: %s', (order, wanted) => {
    expect(seen(order)).toBe(wanted);
  });

  it('starts a long level with the most frequent values; equally frequent ones keep the given order', () => {
    const values = Array.from({ length: 4000 }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
    const counts = values.map((_, i) => (i < 5 ? 0 : i % 7));
    const order = orderedValues({ ...FACET, values }, 'given', {
      counts,
      labelOf: ({ label }) => String(label),
      compareLabels: () => 0,
    });
    expect(order.slice(0, 3)).toEqual([6, 13, 20]);
    expect(order.map(i => counts[i] ?? 0)).toEqual(counts.toSorted((a, b) => b - a));
  });

  it.each([
    [12, 'as given'],
    [13, 'by count'],
  ])('has the %i values of one level %s', (length, how) => {
    const values = Array.from({ length }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
    const counts = values.map((_, i) => i);
    const order = orderedValues({ ...FACET, values }, 'given', { counts, labelOf: () => '', compareLabels: () => 0 });
    expect(order).toEqual(how === 'as given' ? counts : counts.toReversed());
  });

  it('has a level of few values as given, however many are below it', () => {
    const tops = Array.from({ length: 8 }, (_, i) => ({ id: `t${i}`, label: `T${i}` }));
    const below = Array.from({ length: 9 }, (_, i) => ({ id: `v${i}`, label: `V${i}`, broader: 't0' }));
    const values = [...tops, ...below];
    const counts = values.map((_, i) => i);
    const order = orderedValues({ ...FACET, values }, 'given', { counts, labelOf: () => '', compareLabels: () => 0 });
    expect(order).toEqual([0, 16, 15, 14, 13, 12, 11, 10, 9, 8, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('begins with the latest by trend, and stays as given until the times are known', () => {
    expect(seen('trend', [3, 1, 5, 2, 7, 9, -1])).toBe('east north port9 quay port10 islands lee');
    expect(seen('trend')).toBe(seen('given'));
  });
});
