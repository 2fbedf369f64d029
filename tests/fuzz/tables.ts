import { csvLine } from '../../src/formats/csv/cells';
import { openRecords } from '../../src/formats/open-records';
import type { Random } from '../../src/lib/random';
import { OpenFailure } from '../../src/model/problem';
import { fuzzer } from '../fixtures/fuzzing';
import { pick } from '../fixtures/mutate';
import { streamOf } from '../fixtures/packed';

/** Loaded now, because `npm run fuzz` can't import modules later. */
await openRecords(streamOf(Buffer.from('date,title\n2018,a\n2019,b\n'), 64));

const CELLS: readonly string[] = [
  ...['', ' ', '2018', '2018-03-07', '3/4/2018', '25/12/2017', '3/4/18', '31.2.2018', 'May 1963', 'c. 1830', '1890s'],
  ...['N/A', 'undated', '43166', '1914-18', '500 BC', 'XVIe siècle', '2018-01-01T00:00:00Z', '12:30', '-1', '1e9'],
  ...['Total', 'total: 5', '# note', '----', '====', 'sep=;', "'=1+1", '=1+1', 'a; b', 'a, b', 'x|y', 'tab\there'],
  ...['date', 'Title', 'Name', 'place', 'Year', 'Month', 'Day', 'Headline', 'End Year', 'Type', 'title', 'era'],
  ...['https://a.example/ https://b.example/', 'www.example.org', 'France', 'FR', 'Côte d’Ivoire', '48.2, 16.4', '999'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '\u200e2018\u200e',
    'é',
    '東京',
    '\ud800',
    '"',
    '""',
    "'",
    'a"b',
    'x'.repeat(400),
  ],
];

const HEADERS: readonly (readonly string[])[] = [
  ['date', 'title', 'topic', 'place'],
  ['Year', 'Month', 'Day', 'Time', 'End Year', 'Headline', 'Type', 'Group'],
  ['Jahr', 'Monat', 'Titel', 'Land'],
  ['start', 'end', 'name', 'lat', 'lon', 'link'],
  ['id', 'date', 'from', 'to', 'title', 'theme', 'theme_id', 'theme_path', 'source', 'source_item'],
];

function tableOf(random: Random): string[][] {
  const width = 2 + random.below(7);
  const row = () => Array.from({ length: Math.max(1, width - random.below(2)) }, () => pick(random, CELLS));
  const rows = Array.from({ length: 1 + random.below(14) }, row);
  const header = [...pick(random, HEADERS)];
  const copies = [header, ...(random.chance(0.2) ? [header] : [])];
  for (const copy of copies) rows.splice(random.chance(0.7) ? 0 : random.below(rows.length), 0, copy);
  return rows;
}

/** Tables of odd cells: opened or refused in words, and every row is an activity or is listed. */
export const run = fuzzer('tables', async random => {
  const rows = tableOf(random);
  const delimiter = pick(random, [',', ';', '\t', '|']);
  const lines = rows.map(row =>
    delimiter === ',' ? csvLine(row) : `${row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter)}\n`,
  );
  const bytes = Buffer.from(lines.join(''), random.chance(0.1) ? 'utf16le' : 'utf8');
  try {
    const { records, problems, reading, facts } = await openRecords(streamOf(bytes, 1 + random.below(300)), {
      grid: { delimiter },
      maxProblems: Number.POSITIVE_INFINITY,
    });
    for (let position = 0; position < records.size; position += 1) records.activityAt(position);
    facts?.();
    const listed = new Set(
      problems
        .filter(({ loss, code }) => loss === 'record' || code === 'rowSkipped')
        .map(({ path }) => Number(/^row (\d+)/.exec(path)?.[1])),
    );
    const isFilled = (row: readonly string[], i: number) =>
      i + 1 !== reading?.header && row.some(cell => cell.trim() !== '');
    const missing = rows.filter(isFilled).length - records.size - listed.size;
    return missing === 0 ? null : `${missing} rows are missing without a word`;
  } catch (error) {
    if (error instanceof OpenFailure) return null;
    throw error;
  }
});
