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

function seen(order: ValueOrder): string {
  const positions = orderedValues(FACET, order, {
    counts: COUNTS,
    labelOf: ({ label }) => String(label),
    compareLabels: new Intl.Collator('en', { numeric: true }).compare,
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
    const short = { ...FACET, values: values.slice(0, 100) };
    expect(orderedValues(short, 'given', { counts, labelOf: () => '', compareLabels: () => 0 })).toEqual(
      short.values.map((_, i) => i),
    );
  });
});
