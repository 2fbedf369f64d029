import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRecords } from '../../src/formats/open-records';
import { NONE_UNLISTED } from '../../src/model/problem';
import type { Progress } from '../../src/model/progress';
import type { Records } from '../../src/model/records';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import type { DatasetDocument } from '../fixtures/dataset-document';
import { inEveryForm } from '../fixtures/every-form';
import { streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

function open(text: string) {
  return openRecords(streamOf(new TextEncoder().encode(text), 500));
}

function linesOf({ activities, ...root }: DatasetDocument): string[] {
  return [root, ...activities].map(value => JSON.stringify(value));
}

/** Everything that can be read from records. */
function contentOf(records: Records) {
  const { head, size, earliest, latest, inexact, tags, ...ask } = records;
  const positions = Array.from({ length: size }, (_, position) => position);
  const activities = positions.map(ask.activityAt);
  return {
    head,
    columns: [earliest, latest, inexact].map(column => [...column]),
    tags: [...tags].map(([facet, { offsets, values }]) => [facet, [...offsets], [...values]]),
    ids: positions.map(ask.idAt),
    rows: positions.map(ask.rowAt),
    activities,
    found: activities.flatMap(({ id, formerIds = [] }) => [id, ...formerIds, 'nobody']).map(ask.positionOf),
    hasText: positions.map(ask.hasText),
    waits: [ask.ready(positions), ask.whole()],
  };
}

describe('openRecords', () => {
  it('opens the same dataset from every form', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.integer({ min: 1, max: 5000 }), async ({ document }, cut) => {
        // A root without further lines is a document without activities, not NDJSON.
        fc.pre(document.activities.length > 0);
        const text = JSON.stringify(document);
        const expected = contentOf((await open(text)).records);
        for (const [form, bytes] of await inEveryForm(text)) {
          const opened = await openRecords(streamOf(bytes, cut));
          await opened.records.whole();
          expect(opened.form).toBe(form);
          expect(opened.problems).toEqual([]);
          expect(contentOf(opened.records)).toEqual(expected);
          expect(opened.root).toEqual((await open(text)).root);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps fields that the format does not know, in every form', async () => {
    const activity = {
      id: 'a',
      date: '2018',
      title: 'A',
      earliest: 'no day',
      mood: { good: [1] },
      place: { name: 'P', floor: 2 },
      links: [{ label: 'L', url: 'https://l.example/', rel: 'next' }],
      source: { id: 's', page: 7 },
    };
    const facet = { id: 'f', label: 'F', icon: 'x', values: [{ id: 'v', label: 'V', rank: 1 }] };
    const text = JSON.stringify({
      ...{ format: 'chronofacet-dataset/1', id: 'd', title: 'D', budget: 5 },
      sources: [{ id: 's', title: 'S', pages: 9 }],
      facets: [facet],
      activities: [activity],
    });
    for (const bytes of (await inEveryForm(text)).values()) {
      const { records, root } = await openRecords(streamOf(bytes, 500));
      await records.whole();
      expect(records.activityAt(0)).toMatchObject({ ...activity, earliest: records.earliest[0] });
      expect(records.head).toMatchObject({ budget: 5, sources: [{ pages: 9 }], facets: [facet] });
      expect(root.budget).toBe(5);
    }
  });

  it('opens lines in any order as the same dataset', async () => {
    const keys = fc.infiniteStream(fc.nat());
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, keys, async ({ document }, order) => {
        fc.pre(document.activities.length > 0);
        const [root = '', ...lines] = linesOf(document);
        const shuffled = lines
          .map(line => ({ line, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        const [fromLines, fromDocument] = [
          await open([root, ...shuffled].join('\n')),
          await open(JSON.stringify(document)),
        ];
        expect(contentOf(fromLines.records)).toEqual(contentOf(fromDocument.records));
      }),
      { numRuns: 30 },
    );
  });

  it('lists what is wrong with a line by its number, and shows the rest', async () => {
    const [root, first = '', second = '', third] = linesOf(smallDocument());
    const { records, problems, unlisted } = await open(
      [root, first, second.replace('2017-01-02/', '2017-13-02/'), '{', third].join('\n'),
    );
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'line 3.date dateNoSuchDay',
      'line 4 notJson',
    ]);
    expect([records.idAt(0), records.idAt(1), unlisted]).toEqual(['first', 'third', NONE_UNLISTED]);
  });

  it('tells how far it has come no oftener than an eye can follow, and at last that all has', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(smallDocument()));
    const told: Progress[] = [];
    await openRecords(streamOf(bytes, 1), {
      total: bytes.length,
      onProgress: progress => told.push(progress),
    });
    expect(told[0]).toEqual({ done: 1, total: bytes.length });
    expect(told.at(-1)).toEqual({ done: bytes.length, total: bytes.length });
    expect(told.length).toBeLessThan(bytes.length / 10);
  });
});
