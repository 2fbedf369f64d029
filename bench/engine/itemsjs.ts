import itemsjs from 'itemsjs';
import type { Contestant } from './contestant';
import type { PeerFacts } from './facts';

/**
 * itemsjs over one object per activity. It supports neither windows nor histograms, so it is asked only for counts and totals
 * without a window.
 */
export function buildItemsjs({ columns, facets }: PeerFacts): Contestant {
  const items = Array.from({ length: columns.size }, (_, place) => {
    const item: Record<string, number | string[]> = { id: place + 1 };
    for (const { id, offsets, values } of facets) {
      item[id] = Array.from(values.subarray(offsets[place], offsets[place + 1]), value => `v${value}`);
    }
    return item;
  });
  const engine = itemsjs(items, {
    native_search_enabled: false,
    aggregations: Object.fromEntries(
      facets.map(({ id, valueCount }) => [id, { size: valueCount, conjunction: false, hide_zero_doc_count: true }]),
    ),
  });
  return {
    answer({ choices }) {
      const filters = Object.fromEntries(
        facets
          .map(({ id }, facet) => [id, (choices[facet] ?? []).map(value => `v${value}`)] as const)
          .filter(([, values]) => values.length > 0),
      );
      const { data, pagination } = engine.search({ filters, per_page: 1 });
      return {
        total: pagination.total,
        counts: facets.map(({ id, valueCount }) => {
          const counts = new Array<number>(valueCount).fill(0);
          for (const { key, doc_count } of data.aggregations[id]?.buckets ?? [])
            counts[Number(key.slice(1))] = doc_count;
          return counts;
        }),
        bins: null,
        ids: null,
      };
    },
  };
}
