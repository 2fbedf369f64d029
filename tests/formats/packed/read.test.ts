import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { findPosition } from '../../../src/formats/packed/columns';
import { SAMPLE } from '../../../src/formats/packed/layout';
import { readPacked } from '../../../src/formats/packed/read';
import { arbitraryDataset } from '../../fixtures/arbitrary-dataset';
import { packDocument, streamOf, unpack } from '../../fixtures/packed';
import { smallDocument, smallDocumentWith } from '../../fixtures/small-document';

const small = JSON.stringify(smallDocument());

function bitsOf(words: Uint32Array, size: number): boolean[] {
  return Array.from({ length: size }, (_, i) => (((words[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1);
}

describe('a packed dataset', () => {
  it('holds what the document holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.integer({ min: 1, max: 9 }), async ({ document, dates }, chunkSize) => {
        const text = JSON.stringify(document);
        const { activities, ...head } = readDataset(text).dataset;
        const { columns, ...read } = await unpack(streamOf(await packDocument(text, { chunkSize }), 4096));
        expect(columns.head).toEqual(head);
        expect(read.activities).toEqual(activities);
        expect(read.rows).toEqual(
          activities.map(({ formerIds, dateNote, links, source, values = {}, ...row }) => {
            const texts = Object.entries(values).filter(([id]) => id !== 'web-site');
            const said = texts.map(([, value]) => (typeof value === 'number' ? String(value) : value));
            const notes = [dateNote, source?.note, ...said].filter(note => note !== undefined);
            return notes.length > 0 ? { ...row, notes } : row;
          }),
        );
        expect([...columns.earliest]).toEqual(activities.map(activity => activity.earliest));
        expect([...columns.latest]).toEqual(activities.map(activity => activity.latest));
        const exact = activities.map(({ id }) => dates.get(id)?.exact);
        expect(bitsOf(columns.inexact, columns.size).map(bit => !bit)).toEqual(exact);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it('finds each activity by its id, and by a former one', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, async ({ document }) => {
        const { ids, activities } = await unpack(streamOf(await packDocument(JSON.stringify(document))));
        for (const [position, { id, formerIds = [] }] of activities.entries()) {
          for (const name of [id, ...formerIds]) expect(findPosition(ids, name)).toBe(position);
        }
        expect(findPosition(ids, 'nobody-has-this-id')).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it('is the same in whatever order the activities were added', async () => {
    const order = fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        order,
        fc.integer({ min: 1, max: 9 }),
        async ({ document }, keys, chunkSize) => {
          const text = JSON.stringify(document);
          const shuffled = await packDocument(text, {
            chunkSize,
            arrange: activities =>
              activities
                .map((activity, i) => ({ activity, key: keys[i] ?? 0 }))
                .sort((a, b) => a.key - b.key)
                .map(({ activity }) => activity),
          });
          expect(shuffled).toEqual(await packDocument(text, { chunkSize }));
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  it('is read alike however its bytes arrive', async () => {
    const bytes = await packDocument(small, { chunkSize: 2 });
    const read = async (...lengths: number[]) => JSON.stringify((await unpack(streamOf(bytes, ...lengths))).activities);
    const whole = await read();
    for (let cut = 1; cut < bytes.length; cut += 1) expect(await read(cut, bytes.length)).toBe(whole);
    expect(await read(1)).toBe(whole);
  }, 30_000);

  it('gives columns and ids before text, and text chunk by chunk', async () => {
    const { kinds } = await unpack(streamOf(await packDocument(small, { chunkSize: 2 }), 64));
    expect(kinds.join(' ')).toBe('columns ids words text text');
  });

  it('gives its columns before the bytes of the text have come', async () => {
    const text = smallDocumentWith('activities[2].summary', 'x'.repeat(100_000));
    const bytes = await packDocument(text);
    let given = 0;
    async function* counted() {
      for await (const piece of streamOf(bytes, 256)) {
        given += piece.length;
        yield piece;
      }
    }
    const { value } = await readPacked(counted()).next();
    expect(value).toMatchObject({ kind: 'columns', columns: { size: 3 } });
    expect(given).toBeLessThan(bytes.length - 100_000);
  });

  it('gives the text of a sample ahead, each as in its chunk', async () => {
    const activities = Array.from({ length: 1000 }, (_, i) => ({ id: `a${i}`, date: '2018', title: `Title ${i}` }));
    const text = smallDocumentWith('activities', activities);
    const whole = await unpack(streamOf(await packDocument(text, { chunkSize: 100 }), 4096));
    expect(whole.sample.size).toBeGreaterThan(SAMPLE.max / 4);
    expect(whole.sample.size).toBeLessThanOrEqual(SAMPLE.max);
    for (const [position, activity] of whole.sample) expect(activity).toEqual(whole.activities[position]);
    expect(whole.kinds.slice(0, 5).join(' ')).toBe('columns ids words sample text');
    expect((await unpack(streamOf(await packDocument(text)))).kinds.join(' ')).toBe('columns ids words text');
  });

  it('may hold no activity at all', async () => {
    const { columns, activities } = await unpack(streamOf(await packDocument(smallDocumentWith('activities', []))));
    expect([columns.size, activities.length]).toEqual([0, 0]);
  });

  it('keeps texts that begin like marks, or are no good Unicode', async () => {
    for (const title of ['\u0001"x"', '\uFEFFtitle', '\ud800', { en: '\u0001', fr: '\udc00' }]) {
      const text = smallDocumentWith('activities[0].title', title);
      const { activities } = await unpack(streamOf(await packDocument(text)));
      expect(activities[0]?.title).toEqual(title);
    }
  });

  it('leads a former id that two had to the later one', async () => {
    const twice = ['2018-02', '2018-01'].map((date, i) => ({ id: `a${i}`, date, title: 'x', formerIds: ['old'] }));
    for (const activities of [twice, twice.toReversed()]) {
      const { ids } = await unpack(streamOf(await packDocument(smallDocumentWith('activities', activities))));
      expect(findPosition(ids, 'old')).toBe(1);
    }
  });

  it('holds a facet of more values than two bytes can count', async () => {
    const values = Array.from({ length: 65_537 }, (_, i) => ({ id: `v${i}`, label: 'x' }));
    const text = smallDocumentWith('facets[1].values', values).replace('["drugs"]', '["v65536"]');
    const { activities } = await unpack(streamOf(await packDocument(text)));
    expect(activities[0]?.tags).toEqual({ region: ['mali'], theme: ['v65536'] });
  }, 30_000);

  const extras = [
    { name: 'text/terms', data: Uint8Array.of(1, 2, 3) },
    { name: 'text/postings', data: Uint32Array.of(7, 8) },
  ] as const;

  it('gives what others made of it once the first text is there, and passes over what it does not know', async () => {
    const bytes = await packDocument(small, { extras, chunkSize: 2 });
    const { kinds, words, activities } = await unpack(streamOf(bytes, 100));
    expect(kinds.join(' ')).toBe('columns ids text words text');
    expect([...(words ?? [])].map(([name, { length }]) => `${name} ${length}`)).toEqual([
      'text/terms 3',
      'text/postings 8',
      'text/seal 8',
    ]);
    expect(new Uint32Array(words?.get('text/postings')?.buffer ?? new ArrayBuffer())).toEqual(Uint32Array.of(7, 8));
    const unknown = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('"text/', '"next/'), 'latin1');
    expect((await unpack(streamOf(unknown))).activities).toEqual(activities);
  });

  it('trusts nothing that others made of something else, or that is damaged', async () => {
    const bytes = await packDocument(small, { extras, chunkSize: 2 });
    const changed = (from: string, to: string) =>
      Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');
    const wordsOf = async (file: Uint8Array) => (await unpack(streamOf(file))).words;
    expect(await wordsOf(bytes)).not.toBeNull();
    for (const [from, to] of [
      ['"label":"Drugs"', '"label":"Drags"'],
      ['text/terms', 'text/germs'],
      ['text/seal', 'text/real'],
      ['\x01\x02\x03', '\x01\x02\x04'],
      ['\x07\x00\x00\x00\x08', '\x08\x00\x00\x00\x07'],
    ] as const) {
      expect(changed(from, to)).not.toEqual(bytes);
      expect([from, await wordsOf(changed(from, to))]).toEqual([from, null]);
    }
  });

  it('lists what is wrong with its root', async () => {
    const bytes = await packDocument(smallDocumentWith('facets[0].values[1].broader', 'nowhere'));
    const { value } = await readPacked(streamOf(bytes)).next();
    expect(value).toMatchObject({ problems: [{ path: 'facets[0].values[1].broader', code: 'unknownBroader' }] });
  });
});
