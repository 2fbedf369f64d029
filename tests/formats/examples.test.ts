import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/formats/explorer/read-config';
import { openRecords } from '../../src/formats/open-records';
import { parseView } from '../../src/url/parse';

const EXAMPLES = readdirSync('public/examples');

describe.each(EXAMPLES)('the example %s', name => {
  const folder = join('public/examples', name);

  it('opens without a problem, and is small', async () => {
    const { records, problems } = await openRecords(createReadStream(join(folder, 'record.json')));
    expect(problems).toEqual([]);
    expect(records.size).toBeGreaterThanOrEqual(15);
    expect(records.size).toBeLessThanOrEqual(30);
  });

  it('has a configuration that opens it, in a view that its facets allow', async () => {
    const { config, problems } = readConfig(readFileSync(join(folder, 'explorer.json'), 'utf8'), '');
    expect(problems).toEqual([]);
    expect(config.dataset).toBe(`examples/${name}/record.json`);
    const { view, problems: wrong } = parseView(`?${config.view}`);
    const { facets } = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'));
    const ids = facets.map(({ id }: { id: string }) => id);
    expect(wrong).toEqual([]);
    expect(ids).toContain(view.lanes);
    expect([undefined, ...ids]).toContain(view.colour?.facet);
  });
});

it('are of other shapes than the shipped record: years BC, no places, right to left', async () => {
  const read = (name: string) => JSON.parse(readFileSync(`public/examples/${name}/record.json`, 'utf8'));
  const dates = read('republic').activities.map(({ date }: { date: string }) => date);
  expect(dates.every((date: string) => date.startsWith('-'))).toBe(true);
  expect(read('probes').activities.filter((activity: object) => 'place' in activity)).toEqual([]);
  expect(read('arabic').language).toBe('ar');
});
