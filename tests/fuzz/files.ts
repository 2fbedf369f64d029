import { openRecords } from '../../src/formats/open-records';
import { OpenFailure } from '../../src/model/problem';
import { fuzzer } from '../fixtures/fuzzing';
import { mutateBytes, mutateJson, pick } from '../fixtures/mutate';
import { streamOf } from '../fixtures/packed';
import { ods, xlsx } from '../fixtures/workbooks';

const EVENTS = [
  {
    date: '2018-03-07',
    title: 'A',
    tags: ['x', 'y'],
    place: { name: 'Wien', at: { type: 'Point', coordinates: [16, 48] } },
  },
  { date: '2018-03-08', title: 'B', links: ['https://a.example/'] },
  { date: 'c. 1830', title: 'C' },
];

/** JSON of the kinds that are read as tables, as functions because they are changed in place. */
const VALUES: readonly (() => unknown)[] = [
  () => structuredClone(EVENTS),
  () => ({ a: { ...EVENTS[0] }, b: { ...EVENTS[1] } }),
  () => ({ '2018': [{ ...EVENTS[0] }], '2019': [{ ...EVENTS[1] }] }),
  () => ({ date: ['2018', '2019'], title: ['A', 'B'] }),
  () => [
    ['date', 'title'],
    ['2018', 'A'],
    ['2019', 'B'],
  ],
  () => ({
    title: { text: { headline: 'T' } },
    events: [{ start_date: { year: 2018, month: '3' }, text: { headline: '<b>A</b>', text: 'x' }, group: 'g' }],
    eras: [{ start_date: { year: -43 }, end_date: { year: '14' }, text: {} }],
  }),
  () => ({ events: [{ start: 'May 01 1963 00:00:00 GMT', end: '587 BC', title: 'A', isDuration: 'true' }] }),
  () => [
    { id: 'a', issued: { 'date-parts': [[2018, 3], [2019]], circa: true }, author: [{ family: 'Roe' }], title: 'A' },
  ],
];

const FILES: readonly Uint8Array[] = [
  Buffer.from('Date;Title;Topic\n7.3.2018;"A ""x""\ny";a|b\n8.3.2018;B;a\n\nTotal;;2\n'),
  Buffer.from('Date\tTitle\r\n2018\tŽ\r\n2019\tЯ\r\n', 'utf16le'),
  Buffer.from('date,title\n2018,\xc9t\xe9\n2019,No\xebl\n', 'latin1'),
  Buffer.from('Year,Month,Day,Headline,Type\n2018,3,7,A,\n,,,T,title\n1900,,,E,era\n'),
  Buffer.from(
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;VALUE=DATE:20180307\r\nDTEND;VALUE=DATE:20180309\r\nSUMMARY:A\\, b\r\nRRULE:FREQ=DAILY\r\nCATEGORIES:x,y\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ),
  Buffer.from(
    '<data><event start="1963" end="May 1 1964" title="A &amp; B">x</event><event start="587 BC" title="C"/></data>',
  ),
  Buffer.from(EVENTS.map(event => JSON.stringify(event)).join('\n')),
  xlsx([
    {
      name: 'S',
      rows: [
        ['Date', 'Title'],
        [{ day: 43_166 }, 'A'],
        [null, 'B'],
        [43_168, true],
      ],
      merged: ['A2:A3'],
    },
    { name: 'H', isHidden: true, rows: [['x']] },
  ]),
  ods('S', [
    ['Datum', 'Titel'],
    ['@2018-03-07', 'A'],
    ['um 1900', 'B'],
  ]),
];

/** Loaded now, because `npm run fuzz` can't import modules later. */
for (const bytes of FILES) await openRecords(streamOf(bytes, 1 << 16));
for (const value of VALUES) await openRecords(streamOf(Buffer.from(JSON.stringify(value())), 1 << 16));

/** Files and values of every form that are damaged: opened, or refused in words. */
export const run = fuzzer('files', async random => {
  let bytes: Uint8Array;
  if (random.chance(0.5)) {
    const value = pick(random, VALUES)();
    for (let changes = 1 + random.below(6); changes > 0; changes -= 1) mutateJson(random, value);
    bytes = Buffer.from(JSON.stringify(value) ?? '');
    if (random.chance(0.2)) bytes = mutateBytes(random, bytes);
  } else bytes = mutateBytes(random, pick(random, FILES));
  try {
    const { records, facts } = await openRecords(streamOf(bytes, 1 + random.below(500)));
    for (let position = 0; position < records.size; position += 1) records.activityAt(position);
    facts?.();
    return null;
  } catch (error) {
    if (error instanceof OpenFailure) return null;
    throw error;
  }
});
