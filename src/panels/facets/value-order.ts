import type { Facet, FacetValue } from '../../model/dataset';

export const VALUE_ORDERS = ['given', 'count', 'name'] as const;
export type ValueOrder = (typeof VALUE_ORDERS)[number];

interface Measures {
  /** Of the whole record, so that no value moves while somebody chooses. */
  counts: readonly number[];
  labelOf: (value: FacetValue) => string;
  /** Which of two labels comes first in the reader's language. */
  compareLabels: (a: string, b: string) => number;
}

/** Among more values than this the dataset's own order would show first what hardly anything has. */
const MAX_AS_GIVEN = 100;

/**
 * The positions of a facet's values in the order in which their rows stand: each under the one it is below, and those
 * below the same one in the order that was chosen. What is equal stays in the dataset's order. In that order very many
 * below the same one begin with the most frequent.
 */
export function orderedValues({ values }: Facet, order: ValueOrder, measures: Measures): number[] {
  const { counts, labelOf, compareLabels } = measures;
  const below = new Map<string | undefined, number[]>();
  values.forEach(({ broader }, i) => {
    const siblings = below.get(broader);
    if (siblings) siblings.push(i);
    else below.set(broader, [i]);
  });
  for (const siblings of below.values()) {
    if (order === 'name' || (order === 'given' && siblings.length <= MAX_AS_GIVEN)) continue;
    siblings.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  }
  if (order === 'name') {
    const labels = values.map(labelOf);
    for (const siblings of below.values()) siblings.sort((a, b) => compareLabels(labels[a] ?? '', labels[b] ?? ''));
  }
  const ordered: number[] = [];
  const waiting = (below.get(undefined) ?? []).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    waiting.push(...(below.get(values[next]?.id) ?? []).toReversed());
  }
  return ordered;
}
