import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSort } from '../../../src/engine/local/merge-sort';
import { createOrders, makeOrderCode } from '../../../src/engine/local/orders';
import { runInSlices, runToEnd } from '../../../src/engine/local/slices';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { packedToRecords } from '../../../src/formats/packed/to-records';
import type { Records } from '../../../src/model/records';
import { arbitraryDataset } from '../../fixtures/arbitrary-dataset';
import { packDocument, streamOf } from '../../fixtures/packed';
import type { Query } from '../../fixtures/query';
import { smallDocument } from '../../fixtures/small-document';

await makeOrderCode.load();

const atOnce = { yieldTo: async () => {}, sliceMs: 0 };

const titleOf = (position: number) => `Meeting ${(position * 7919) % 1009}`;

/** Records that count how often each text is read. */
function largeRecords(size: number): { records: Records; looks: () => number } {
  let looked = 0;
  const records = {
    ...toRecords(readDataset(JSON.stringify(smallDocument())).dataset),
    size,
    textAt: (position: number) => {
      looked += 1;
      return titleOf(position);
    },
  };
  return { records, looks: () => looked };
}

describe('orders', () => {
  it('are the same made in slices as at once, from any form of the records', async () => {
    const arbitrarySort = fc.tuple(fc.constantFrom('title', '_place', 'facet'), fc.nat(3), fc.boolean());
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, arbitrarySort, async ({ document }, [by, facet, isDescending]) => {
        const column = by === '_place' ? by : (document.facets[facet]?.id ?? '_place');
        const sort: Query['sort'] = by === 'title' ? by : { column, isDescending };
        const json = JSON.stringify(document);
        const inMemory = toRecords(readDataset(json).dataset);
        const { records } = await packedToRecords(streamOf(await packDocument(json, { chunkSize: 3 })));
        const sliced = createOrders(records);
        await sliced.ready(sort, atOnce);
        expect(sliced.of(sort)).toEqual(createOrders(inMemory).of(sort));
      }),
      { numRuns: 60 },
    );
  });

  it('are made once for all who wait, with pauses, and kept', async () => {
    const { records, looks } = largeRecords(5000);
    const orders = createOrders(records);
    let pauses = 0;
    const slicing = {
      sliceMs: 0,
      yieldTo: async () => {
        pauses += 1;
      },
    };
    await Promise.all([orders.ready('title', slicing), orders.ready('title', slicing)]);
    expect(pauses).toBeGreaterThan(20);
    expect(looks()).toBe(5000);
    const titles = Array.from(orders.of('title') ?? [], titleOf);
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    await orders.ready('title', slicing);
    expect(looks()).toBe(5000);
  });

  it('are given up with the records, and can be asked for again', async () => {
    const orders = createOrders(largeRecords(5000).records);
    const closed = new AbortController();
    const making = orders.ready('title', {
      ...atOnce,
      yieldTo: async () => closed.abort(new Error('closed')),
      signal: closed.signal,
    });
    await expect(making).rejects.toThrow('closed');
    await orders.ready('title', atOnce);
    expect(orders.of('title')).toHaveLength(5000);
  });

  it('by date are what positions are', async () => {
    const orders = createOrders(largeRecords(10).records);
    await orders.ready('-date', atOnce);
    expect([orders.of('date'), orders.of('-date')]).toEqual([null, null]);
  });
});

describe('mergeSort', () => {
  it('sorts as the language does, and leaves in order what is equal', async () => {
    const arbitraryItems = fc.array(fc.record({ key: fc.nat(50), name: fc.nat() }), { maxLength: 5000, size: 'max' });
    await fc.assert(
      fc.asyncProperty(arbitraryItems, async items => {
        const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
        const expected = items.toSorted(compare);
        expect(runToEnd(mergeSort(items, compare))).toEqual(expected);
        expect(await runInSlices(mergeSort(items, compare), atOnce)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
