import { expect, it } from 'vitest';
import { answer, openActivity } from '../../src/engine/answer';
import { askedBy } from '../fixtures/ask';
import type { DatasetDocument } from '../fixtures/dataset-document';
import { openDocument } from '../fixtures/dataset-document';

const SIZE = 100_000;
const REGIONS = 50;

/** Activity i is on day i of ten thousand, tagged with region i of fifty, and about border or police in turn. */
function largeDocument(): DatasetDocument {
  const values = [...Array(REGIONS).keys()].map(i => ({
    id: `r${i}`,
    label: `Region ${i}`,
    ...(i > 0 && { broader: `r${Math.floor((i - 1) / 7)}` }),
  }));
  const activities = [...Array(SIZE).keys()].map(i => ({
    id: `a${i}`,
    date: new Date((i % 10_000) * 86_400_000).toISOString().slice(0, 10),
    title: `${i % 2 === 0 ? 'Border' : 'Police'} meeting ${i}`,
    tags: { region: [`r${i % REGIONS}`] },
  }));
  return {
    format: 'chronofacet-dataset/1',
    id: 'large',
    title: 'Large',
    facets: [{ id: 'region', label: 'Region', values }],
    activities,
  };
}

it('answers for a hundred thousand activities as for ten', { timeout: 20_000 }, () => {
  const opened = openDocument(largeDocument());
  const everything = answer(opened.index, askedBy('', opened));
  expect(everything.total).toBe(SIZE);
  expect(everything.rows).toHaveLength(1000);
  expect(everything.counts[0]?.counts[0]).toBe(SIZE);
  expect(everything.counts[0]?.counts[REGIONS - 1]).toBe(SIZE / REGIONS);

  const query = askedBy('?q=bord&region=r49&from=1980&to=1989', opened);
  expect(answer(opened.index, query).total).toBe(0);

  const even = askedBy('?q=bord&region=r48&from=1970-01-01&to=1970-02-19', opened);
  const given = answer(opened.index, even);
  expect(given.total).toBe(10);
  expect(given.rows.map(row => row.id)).toEqual([...Array(10).keys()].map(i => `a${i * 10_000 + 48}`).sort());
  expect(openActivity(opened.index, 'a50048', even)).toMatchObject({
    previous: { id: 'a48' },
    next: { id: 'a60048' },
    inSelection: true,
  });
});
