import { createReadStream, readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDatasetCommand } from '../../src/cli/dataset';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { answerForm } from '../../src/exports/registry';
import { openRecords } from '../../src/formats/open-records';
import { activateLanguage } from '../../src/i18n/catalogue';
import { toolsFor } from '../../src/i18n/text-tools';
import { isoDay } from '../../src/lib/day';
import type { Activity } from '../../src/model/dataset';
import { WHOLE } from '../../src/model/selection';
import { HOSTILE } from '../exports/hostile';
import { writeView } from '../exports/write';
import { python, run, temporaryFolder } from './programs';

const folder = temporaryFolder();
const DAY = '2026-11-30';
const shipped = JSON.parse(readFileSync('public/data/eu-unodc.json', 'utf8'));
const RECORDS: readonly [string, object, string][] = [
  ['the shipped record', shipped, '?from=2018&to=2019'],
  ['a hostile record', HOSTILE, ''],
];

interface SheetRead {
  rows: unknown[][];
  types: string[][];
  frozen: string | null;
  filter: string | null;
}

async function open(bytes: Uint8Array) {
  const opened = await openRecords(
    (async function* () {
      yield bytes;
    })(),
  );
  const { records } = opened;
  return { ...opened, activities: Array.from({ length: records.size }, (_, i): Activity => records.activityAt(i)) };
}

describe.each(RECORDS)('%s', (name, document, query) => {
  const base = name.replace(/\W+/g, '-');

  it('is a workbook for openpyxl, with its ids in order, real days, a frozen header and filters, and no formula', async () => {
    const { bytes, activities } = await writeView(document, 'xlsx', { query });
    const sheets = python('read_workbook.py', folder.write(`${base}.xlsx`, bytes)) as Record<string, SheetRead>;
    const { rows = [], types = [], frozen, filter } = sheets.Activities ?? {};
    expect(rows.slice(1).map(row => row[0])).toEqual(activities.map(({ id }) => id));
    const date = rows[0]?.indexOf('date') ?? -1;
    activities.forEach((activity, i) => {
      const isReal = /^\d{4}-\d\d-\d\d$/.test(activity.date) && activity.date > '1900-03';
      expect([rows[i + 1]?.[date], types[i + 1]?.[date]]).toEqual([activity.date, isReal ? 'd' : 's']);
    });
    expect(types.flat()).not.toContain('f');
    expect([frozen, filter]).toEqual(['A2', expect.stringMatching(/^A1:/)]);
    expect(Object.keys(sheets)).toEqual(['Activities', 'About']);
  });

  it('is a calendar for icalendar', async () => {
    const { bytes, activities } = await writeView(document, 'calendar', { query });
    const events = python('read_calendar.py', folder.write(`${base}.ics`, bytes)) as Record<string, string>[];
    const byId = new Map(activities.map(activity => [activity.id, activity]));
    expect(events.length).toBeGreaterThan(3);
    for (const { uid, start, end } of events) {
      const activity = byId.get(uid?.split('@')[0] ?? '');
      expect([start, end]).toEqual([isoDay(activity?.earliest ?? 0), isoDay((activity?.latest ?? 0) + 1)]);
    }
  });

  it('is a picture for xmllint and rsvg-convert, with its texts', async () => {
    const { bytes, activities } = await writeView(document, 'svg', { query });
    const path = folder.write(`${base}.svg`, bytes);
    expect(run('xmllint', ['--noout', path])).toBe('');
    const paper = folder.pathOf(`${base}-picture.pdf`);
    run('rsvg-convert', ['--format', 'pdf', '--output', paper, path]);
    const said = run('pdftotext', ['-raw', paper, '-']).replace(/[\u2066-\u2069]/g, '');
    expect(said).toContain(`${activities.length} activities`);
    expect(said).toContain('2026-11-30.0123456789');
    run('rsvg-convert', ['--width', '600', '--output', folder.pathOf(`${base}.png`), path]);
    expect(new DataView(folder.read(`${base}.png`).slice().buffer).getUint32(16)).toBe(600);
  });

  it('is an archive for unzip', async () => {
    const { bytes, text } = await writeView(document, 'zip', { query });
    const path = folder.write(`${base}.zip`, bytes);
    expect(text.length).toBeGreaterThan(0);
    expect(run('unzip', ['-t', path])).toContain('No errors detected');
  });

  it.each(['csv', 'xlsx', 'ods'] as const)('comes back after a spreadsheet program has saved it as %s', async form => {
    const { bytes, activities } = await writeView(document, form === 'csv' ? 'csv' : 'xlsx', { query });
    const given = folder.write(`${base}-given.${form === 'csv' ? 'csv' : 'xlsx'}`, bytes);
    const saved = folder.pathOf(`${base}-saved.${form}`);
    run('ssconvert', ['--import-encoding=UTF-8', given, saved]);
    const { activities: back } = await open(folder.read(`${base}-saved.${form}`));
    const byId = new Map(back.map(activity => [activity.id, activity]));
    expect([...byId.keys()].sort()).toEqual(activities.map(({ id }) => id).sort());
    for (const { id, date, tags } of activities) expect(byId.get(id)).toMatchObject({ date, tags });
  });
});

describe('100,000 activities', () => {
  const count = 100_000;
  const ids: string[] = [];
  const titles: string[] = [];

  beforeAll(async () => {
    const given = folder.pathOf('many.cfpack');
    await runDatasetCommand(['generate', '--count', `${count}`, '--seed', '7', '--out', given], { out() {}, err() {} });
    const engine = createLocalEngine(async () => ({ bytes: createReadStream(given), total: null }));
    const { key, head, total } = await engine.open({ kind: 'address', address: given });
    const tools = toolsFor(await activateLanguage('en'), head.language);
    for await (const batch of engine.export(key, WHOLE, 'date')) {
      ids.push(...batch.map(({ id }) => id));
      titles.push(...batch.map(({ title }) => tools.words(title)));
    }
    const about = {
      sentence: 'All',
      filters: [],
      link: null,
      count: total,
      total,
      version: '1',
      taken: DAY,
      extent: null,
    };
    for (const id of ['csv', 'xlsx', 'calendar', 'json', 'markdown', 'zip'] as const) {
      const form = await answerForm(id);
      const answer = { head, about, tools, activities: engine.export(key, WHOLE, 'date') };
      for await (const piece of form.write(answer)) folder.append(`many${form.extension}`, piece);
    }
  }, 900_000);

  it.each(['csv', 'xlsx', 'json', 'zip'])('are all in the %s, for Python', form => {
    const read = python('read_ids.py', folder.pathOf(`many.${form}`)) as string[];
    expect(read.length).toBe(count);
    expect(read.filter((id, i) => id !== ids[i])).toEqual([]);
  });

  it('are all in the briefing note, by their titles', () => {
    const read = python('read_ids.py', folder.pathOf('many.md')) as string[];
    expect(read.length).toBe(count);
    expect(read.filter((title, i) => title !== titles[i])).toEqual([]);
  });

  it('are a picture for xmllint and rsvg-convert, which says that its marks are a sample', async () => {
    const [given, path, paper] = ['many.cfpack', 'many.svg', 'many.pdf'].map(folder.pathOf) as [string, string, string];
    const silent = { out() {}, err() {} };
    expect(await runDatasetCommand(['export', given, '--to', path, '--day', DAY], silent)).toBe(0);
    expect(run('xmllint', ['--noout', path])).toBe('');
    run('rsvg-convert', ['--format', 'pdf', '--output', paper, path]);
    expect(run('pdftotext', ['-raw', paper, '-'])).toMatch(/\d+ of 100,000 activities are drawn as marks, a sample/);
  });

  it('are a calendar for ical.js', () => {
    const events = new ICAL.Component(ICAL.parse(new TextDecoder().decode(folder.read('many.ics'))));
    const uids = events.getAllSubcomponents('vevent').map(event => String(event.getFirstPropertyValue('uid')));
    expect(uids.length).toBeGreaterThan(count / 4);
    expect(new Set(uids).size).toBe(uids.length);
    const known = new Set(ids);
    expect(uids.filter(uid => !known.has(uid.split('@')[0] ?? '')).slice(0, 3)).toEqual([]);
  });
});

describe('a workbook of openpyxl', () => {
  it.each(['1900', '1904'])('is read with its real dates, counted from %s', async epoch => {
    const path = folder.pathOf(`people-${epoch}.xlsx`);
    run('/usr/bin/python3', ['tests/system/write_workbook.py', path, epoch]);
    const { activities, problems, records } = await open(folder.read(`people-${epoch}.xlsx`));
    expect(activities.map(({ date, title, place }) => [date, title, place?.name])).toEqual([
      ['2018-03-07', 'Erstes Treffen', 'Wien'],
      ['2018-03-08T14:30', 'Zweites Treffen', 'Wien'],
      ['2018-05', 'Drittes Treffen', 'Graz'],
    ]);
    expect(records.head.facets.map(({ id, values }) => [id, values.length])).toEqual([['thema', 2]]);
    const codes = problems.map(({ code }) => code);
    for (const code of ['otherSheets', 'hiddenSheets', 'hiddenRows', 'mergedCells', 'rowSkipped'] as const) {
      expect(codes).toContain(code);
    }
  });
});
