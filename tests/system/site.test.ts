import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRecords } from '../../src/formats/open-records';
import { isoDay } from '../../src/lib/day';
import type { Activity } from '../../src/model/dataset';
import { HOSTILE } from '../exports/hostile';
import { makeSite, python, temporaryFolder } from './programs';

const folder = temporaryFolder();

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document'],
  // Everything comes from the page's own origin.
  rules: { 'require-sri': 'off' },
});

interface Entry {
  id: string;
  title: string;
  link: string;
  updated: string;
}

interface SiteRead {
  feeds: Record<string, { version: string; problem: string | null; title: string; language: string; entries: Entry[] }>;
  calendars: Record<string, { uid: string; summary: string; start: string }[]>;
  ld: Record<string, { types: string[]; statements: number }[]>;
}

function filesIn(out: string): string[] {
  const entries = readdirSync(out, { recursive: true, encoding: 'utf8' });
  return entries.filter(file => statSync(join(out, file)).isFile()).sort();
}

describe.each(['arabic', 'republic', 'hostile'])('the site of the record %s', name => {
  const out = folder.pathOf(name);
  const record = () => (name === 'hostile' ? folder.pathOf('hostile.json') : `public/examples/${name}/record.json`);
  let activities: Activity[];
  let read: SiteRead;

  beforeAll(async () => {
    if (name === 'hostile') folder.write('hostile.json', JSON.stringify(HOSTILE));
    makeSite(record(), out, 'https://example.org/timeline/');
    const { records } = await openRecords(
      (async function* () {
        yield readFileSync(record());
      })(),
    );
    activities = Array.from({ length: records.size }, (_, i) => records.activityAt(i));
    read = python('read_site.py', out) as SiteRead;
  });

  it('has pages without a finding of html-validate', async () => {
    const pages = filesIn(out).filter(file => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(activities.length);
    for (const page of pages) {
      const { results } = await validator.validateString(readFileSync(join(out, page), 'utf8'), page);
      const findings = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      );
      expect(findings, page).toEqual([]);
    }
  });

  it('has feeds that feedparser reads, with the addresses of the pages', () => {
    const pages = new Set(filesIn(out));
    expect(Object.keys(read.feeds).length).toBeGreaterThan(1);
    for (const [file, { version, problem, entries }] of Object.entries(read.feeds)) {
      expect([version, problem, entries.length > 0], file).toEqual(['atom10', null, true]);
      expect(new Set(entries.map(({ id }) => id)).size, file).toBe(entries.length);
      for (const { link } of entries)
        expect(pages).toContain(`${link.replace('https://example.org/timeline/', '')}index.html`);
    }
    expect(read.feeds['feed.xml']?.entries).toHaveLength(activities.length);
  });

  it('has calendars that icalendar reads, each event on the first day of its activity', () => {
    const byId = new Map(activities.map(activity => [activity.id, activity]));
    expect(Object.keys(read.calendars)).toContain('calendar.ics');
    for (const [file, events] of Object.entries(read.calendars)) {
      for (const { uid, start } of events) {
        expect(start, file).toBe(isoDay(byId.get(uid.split('@')[0] ?? '')?.earliest ?? 0));
      }
    }
  });

  it('describes itself in RDF: a dataset, works, and events only where place and days are certain', () => {
    expect(read.ld['browse/index.html']?.[0]?.types).toContain('Dataset');
    expect(read.ld['index.html']?.[0]?.types).toContain('Dataset');
    for (const { id, place } of activities) {
      const [described] = read.ld[`activity/${id}/index.html`] ?? [];
      expect(described?.types, id).toContain('CreativeWork');
      if (!place) expect(described?.types, id).not.toContain('Event');
      expect(described?.statements, id).toBeGreaterThan(5);
    }
  });

  it('has the same bytes when it is made again', () => {
    const again = folder.pathOf(`${name}-again`);
    makeSite(record(), again, 'https://example.org/timeline/');
    expect(filesIn(again)).toEqual(filesIn(out));
    for (const file of filesIn(out)) {
      expect(readFileSync(join(again, file)).equals(readFileSync(join(out, file))), file).toBe(true);
    }
    expect(existsSync(join(out, 'site-files.json'))).toBe(true);
  });
});
