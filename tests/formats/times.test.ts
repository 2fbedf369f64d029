import { describe, expect, it } from 'vitest';
import { openRecords } from '../../src/formats/open-records';
import { packDocument, streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const ACTIVITIES = [
  ['z-lunch', '2026-08-20T12:30'],
  ['a-concert', '2026-08-20T18:30+02:00'],
  ['m-all-day', '2026-08-20'],
  ['b-walk', '2026-08-20T09:00'],
  ['a-walk', '2026-08-20T09:00:00Z'],
  ['c-walk', '2026-08-20T09:00:01/2026-08-20T11:00'],
  ['a-festival', '2026-08-20T08:00/2026-08-21'],
  ['a-next-day', '2026-08-21T00:00'],
  ['z-day-before', '2026-08-19T23:59'],
].map(([id, date]) => ({ id, date, title: `Title of ${id}` }));

const ORDER = 'z-day-before m-all-day a-walk b-walk c-walk z-lunch a-concert a-festival a-next-day';

const document = { ...smallDocument(), activities: ACTIVITIES };

async function rowsOf(bytes: Uint8Array) {
  const { records, problems } = await openRecords(streamOf(bytes));
  await records.whole();
  expect(problems).toEqual([]);
  return Array.from({ length: records.size }, (_, position) => records.rowAt(position));
}

const encoder = new TextEncoder();
const { activities, ...root } = document;

describe('activities with a clock time', () => {
  it.each([
    ['a document', async () => encoder.encode(JSON.stringify(document))],
    ['lines', async () => encoder.encode([root, ...activities].map(line => JSON.stringify(line)).join('\n'))],
    ['the packed form', () => packDocument(JSON.stringify(document), { arrange: all => all.toReversed() })],
  ])('stand in the order of the day in %s, and keep their time', async (_, bytes) => {
    const rows = await rowsOf(await bytes());
    expect(rows.map(({ id }) => id).join(' ')).toBe(ORDER);
    for (const { id, date } of ACTIVITIES) expect(rows.find(row => row.id === id)?.date).toBe(date);
  });
});
