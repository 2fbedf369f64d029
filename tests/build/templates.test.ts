import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templates } from '../../scripts/templates.mjs';
import { openRecords } from '../../src/formats/open-records';
import { streamOf } from '../fixtures/packed';

const written = await templates();

describe('the templates', () => {
  it.each([...written])('%s is what the script writes', (name, bytes) => {
    expect(Buffer.from(bytes).equals(readFileSync(`public/${name}`))).toBe(true);
  });

  it.each([...written])('%s opens without a problem', async (name, bytes) => {
    const { records, problems, reading } = await openRecords(streamOf(bytes, 1000), { name });
    expect(problems).toEqual([]);
    expect(reading?.columns.map(({ as }) => as).join(' ')).toBe(
      'date title summary place country facet facet link source',
    );
    expect(records.head.facets.map(({ id, values }) => [id, values.map(value => value.label)])).toEqual([
      ['theme', ['Water', 'Schools', 'Floods']],
      ['partner', ['City council', 'University', 'Ministry of education']],
    ]);
    expect(Array.from({ length: records.size }, (_, i) => records.activityAt(i).date)).toEqual([
      '2021~',
      '2023',
      '2024-03-12',
      '2024-04-03/2024-04-05',
      '2024-05',
    ]);
    expect(records.activityAt(2)).toMatchObject({ place: { name: 'Nairobi', country: 'KE' } });
  });
});
