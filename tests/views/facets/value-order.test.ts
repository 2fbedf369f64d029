import { describe, expect, it } from 'vitest';
import type { Facet } from '../../../src/model/dataset';
import { orderedValues, type ValueOrder } from '../../../src/views/facets/value-order';

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
});
