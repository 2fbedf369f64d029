import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  countsPicture,
  countsTable,
  PAGE,
  PICTURE,
  quartersOf,
  RECORD,
  withCounts,
} from '../../scripts/record-counts.mjs';
import { readDataset } from '../../src/formats/json/read-dataset';
import type { Activity, Text } from '../../src/model/dataset';
import { NAMES } from './names';
import { hashOf, wordRunsOf, wordsOf } from './word-runs.mjs';

const json = readFileSync(RECORD, 'utf8');
const document = JSON.parse(json);
const { dataset, problems } = readDataset(json);
const { activities, facets, coverage, sources } = dataset;
const page = readFileSync(PAGE, 'utf8');

const LANGUAGES = ['en', 'fr'];
const MAX_TITLE = 90;
const MAX_SHORT = 28;

/** Source → its number of items, and the numbers that were never given. */
const ITEMS: Readonly<Record<string, { last: number; missing: readonly number[] }>> = {
  'brussels-news-2017-2018': { last: 76, missing: [] },
  'brussels-news-2022-2024': { last: 13, missing: [] },
  'public-pages-2018-2026': { last: 207, missing: [197] },
};

function inLanguage(text: Text | undefined, language: string): string {
  return typeof text === 'object' ? (text[language] ?? '') : (text ?? '');
}

function repeated(all: readonly string[]): string[] {
  return [...new Set(all.filter((one, i) => all.indexOf(one) !== i))];
}

/** Paths of the texts that are written in one language although they are sentences, or lack one. */
function untranslated(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = `${path}.${key}`;
    const isSentence = ['title', 'short', 'summary', 'dateNote', 'description', 'note'].includes(key);
    if (!isSentence) return untranslated(entry, at);
    return LANGUAGES.every(language => typeof entry === 'object' && entry[language]?.trim()) ? [] : [at];
  });
}

describe('the shipped record', () => {
  it('has nothing that the reader reports', () => {
    expect(problems).toEqual([]);
    expect(activities.length).toBe(document.activities.length);
    expect(activities.length).toBeGreaterThanOrEqual(295);
  });

  it('names each activity once, by the year in which it begins and its subject', () => {
    const ids = activities.flatMap(({ id, formerIds }) => [id, ...(formerIds ?? [])]);
    expect(repeated(ids)).toEqual([]);
    const misnamed = activities.filter(({ id, date }) => !id.startsWith(`${date.slice(0, 4)}-`));
    // A day that may lie in one year or another names none.
    expect(misnamed.map(({ date }) => date.startsWith('['))).toEqual(misnamed.map(() => true));
  });

  it('lists the activities by their dates, all within the periods covered', () => {
    expect(document.activities.map(({ id }: Activity) => id)).toEqual(activities.map(({ id }) => id));
    const outside = activities.filter(
      ({ earliest, latest }) => !coverage.some(({ from, to }) => from <= earliest && latest <= to),
    );
    const across = outside.filter(({ earliest, latest }) => {
      const first = coverage.findIndex(({ from, to }) => from <= earliest && earliest <= to);
      const last = coverage.findIndex(({ from, to }) => from <= latest && latest <= to);
      return first < 0 || last < first;
    });
    expect(across.map(({ id }) => id)).toEqual([]);
  });

  it('covers its years without a break, and with activities in each quarter of 2017 to 2025', () => {
    expect(coverage.slice(1).map(({ from }) => from)).toEqual(coverage.slice(0, -1).map(({ to }) => to + 1));
    const quarters = quartersOf(document).filter(({ name }) => name < '2026');
    expect(quarters.length).toBe(9 * 4);
    expect(quarters.filter(({ total }) => total === 0)).toEqual([]);
  });

  it('tags with values that exist', () => {
    const known = new Set(facets.flatMap(({ id, values }) => values.map(value => `${id} ${value.id}`)));
    const used = document.activities.flatMap(({ tags }: Activity) =>
      Object.entries(tags).flatMap(([facet, values]) => values.map(value => `${facet} ${value}`)),
    );
    expect(used.filter((tag: string) => !known.has(tag))).toEqual([]);
  });

  it('says which later value stands for one whose name has changed', () => {
    const values: { id: string; replacedBy?: string; validUntil?: string }[] = document.facets.flatMap(
      (facet: { values: [] }) => facet.values,
    );
    const replaced = values.filter(({ replacedBy }) => replacedBy !== undefined);
    expect(replaced.length).toBeGreaterThan(0);
    for (const { replacedBy, validUntil } of replaced) {
      expect(values.map(({ id }) => id)).toContain(replacedBy);
      expect(validUntil).toMatch(/^\d{4}(-\d\d){0,2}$/);
    }
  });

  it('holds every item of each source once', () => {
    expect(sources.map(({ id }) => id)).toEqual(Object.keys(ITEMS));
    for (const [id, { last, missing }] of Object.entries(ITEMS)) {
      const items = activities.flatMap(({ source }) => (source?.id === id ? [source.item] : []));
      const all = Array.from({ length: last }, (_, i) => i + 1).filter(item => !missing.includes(item));
      expect(items.sort((a = 0, b = 0) => a - b)).toEqual(all);
    }
  });

  it.each(LANGUAGES)('has titles of its own in %s, short enough', language => {
    const titles = activities.map(({ title }) => inLanguage(title, language));
    const shorts = activities.map(({ short }) => inLanguage(short, language));
    expect(repeated(titles)).toEqual([]);
    expect(titles.filter(title => title.length === 0 || title.length > MAX_TITLE)).toEqual([]);
    expect(shorts.filter(short => short.length === 0 || short.length > MAX_SHORT)).toEqual([]);
  });

  it('is there in French as in English', () => {
    expect(untranslated({ ...document, facets: [] }, '')).toEqual([]);
    expect(activities.filter(({ summary }) => summary === undefined)).toEqual([]);
    const french = activities.flatMap(({ title, summary }) => [inLanguage(title, 'fr'), inLanguage(summary, 'fr')]);
    const english = new Set(
      activities.flatMap(({ title, summary }) => [inLanguage(title, 'en'), inLanguage(summary, 'en')]),
    );
    expect(french.filter(text => english.has(text))).toEqual([]);
  });

  it('is typeset: apostrophes, and no-break spaces before French punctuation', () => {
    const texts = activities.flatMap(({ title, short, summary, dateNote }) => [title, short, summary, dateNote]);
    expect(
      texts.flatMap(text => LANGUAGES.map(language => inLanguage(text, language))).filter(text => /'/.test(text)),
    ).toEqual([]);
    expect(
      texts
        .map(text => inLanguage(text, 'fr'))
        .filter(text => /[^\u00a0\u202f\d/](?<!https?)[:;?!»]|«[^\u00a0\u202f]/.test(text)),
    ).toEqual([]);
  });

  it('links pages of the web, and one page twice only where docs/RECORD.md says why', () => {
    const links = activities.flatMap(({ id, links: all = [] }) => all.map(({ url }) => ({ id, url })));
    expect(links.filter(({ url }) => !/^https?:\/\/[^\s/]+\.[a-z]+\//.test(url))).toEqual([]);
    const [, explained = ''] = page.split('## Pages that several activities share');
    const shared = repeated(links.map(({ url }) => url));
    const rows = shared.map(url => explained.split('\n').find(line => line.startsWith(`| <${url}> |`)) ?? url);
    expect(rows.map(row => [...row.matchAll(/`([^`]+)`/g)].map(([, id]) => id))).toEqual(
      shared.map(url => links.filter(link => link.url === url).map(({ id }) => id)),
    );
  });

  it('tells nothing twice', () => {
    const pairs = activities.flatMap((one, i) => activities.slice(i + 1).map(other => [one, other] as const));
    const twice = pairs.filter(([one, other]) => isAlike(one, other));
    expect(twice.map(([one, other]) => `${one.id} ${other.id}`)).toEqual([]);
    const [first] = activities;
    expect(first && isAlike(first, { ...first, title: `Again: ${inLanguage(first.title, 'en')}` })).toBe(true);
  });

  it('repeats no six words of its sources', () => {
    const copied = new Set(
      readFileSync(new URL('source-runs.txt', import.meta.url), 'utf8')
        .trim()
        .split(/\s+/),
    );
    expect(copied.size).toBeGreaterThan(25_000);
    const labels = facets
      .flatMap(({ values }) => values.flatMap(({ label, short, aliases = [] }) => [label, short, ...aliases]))
      .map(text => inLanguage(text, 'en') || inLanguage(text, 'fr'));
    const names = [...labels.filter(label => wordsOf(label).length > 1), ...NAMES];
    const found = activities.flatMap(({ id, title, short, summary, dateNote, source }) =>
      [title, short, summary, dateNote, source?.note]
        .flatMap(text => wordRunsOf(inLanguage(text, 'en'), names))
        .filter(run => copied.has(hashOf(run)))
        .map(run => `${id}: ${run}`),
    );
    expect(found).toEqual([]);
  });
});

/** On a day in common, in the same place, with half of the words of their titles the same. */
function isAlike(one: Activity, other: Activity): boolean {
  const isSameTime = one.earliest <= other.latest && other.earliest <= one.latest;
  if (!isSameTime || inLanguage(one.place?.name, 'en') !== inLanguage(other.place?.name, 'en')) return false;
  const [a, b] = [one, other].map(({ title }) => new Set(wordsOf(inLanguage(title, 'en'))));
  const all = new Set([...(a ?? []), ...(b ?? [])]);
  return [...all].filter(word => a?.has(word) && b?.has(word)).length / all.size >= 0.5;
}

describe('docs/RECORD.md', () => {
  it('has the table and the picture that are made from the record', () => {
    expect(page).toBe(withCounts(page, countsTable(document)));
    expect(readFileSync(PICTURE, 'utf8')).toBe(countsPicture(document));
  });

  it('counts every activity once', () => {
    const counted = quartersOf(document).reduce((sum, { total }) => sum + total, 0);
    const vague = activities.filter(({ date }) => date.startsWith('[')).length;
    expect(counted + vague).toBe(activities.length);
    const inQuarter = (first: string, last: string) =>
      document.activities.filter(({ date }: Activity) => date >= first && date < last).length;
    expect(quartersOf(document).find(({ name }) => name === '2021-Q2')?.total).toBe(inQuarter('2021-04', '2021-07'));
  });

  it('names only activities and sources that exist', () => {
    const named = [...page.matchAll(/`((?:19|20)\d\d-[a-z0-9-]+)`/g)].map(([, id]) => id);
    const ids = new Set(activities.map(({ id }) => id));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(id => !ids.has(id ?? ''))).toEqual([]);
  });
});
