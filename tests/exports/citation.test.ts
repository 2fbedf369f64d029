import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cited, citationOf, citationText } from '../../src/exports/citation';
import type { CslItem } from '../../src/exports/csl';
import { activateLanguage, type Language } from '../../src/i18n/catalogue';
import { loadLaterMessages } from '../../src/i18n/later-messages';
import { toolsFor } from '../../src/i18n/text-tools';
import type { DatasetHead } from '../../src/model/dataset';
import { HOSTILE } from './hostile';

const HEAD: DatasetHead = {
  id: 'meetings',
  title: { en: 'Meetings of the Network', fr: 'Réunions du réseau' },
  publisher: 'Secretariat, Unit A',
  license: 'CC-BY-4.0',
  language: 'en',
  updated: '2026-11-21',
  sources: [],
  coverage: [],
  facets: [],
};
const READING = {
  link: 'https://record.example/?topic=a_b,c&q=%22x%22',
  version: '2026-11-21.0123456789',
  accessed: '2026-11-30',
};
const VIEW: Cited = { kind: 'view', title: '4 activities under Glo, 2017', filters: ['Topic: Glo', 'Window: 2017'] };
const ACTIVITY: Cited = { kind: 'activity', id: 'second-meeting', title: { en: 'Second meeting' }, date: '2017-05~' };

async function cite(cited: Cited, { language = 'en' as Language, head = HEAD, reading = READING } = {}) {
  await loadLaterMessages();
  const tools = toolsFor(await activateLanguage(language), head.language);
  const item = citationOf(tools, head, cited, reading);
  return {
    item,
    text: citationText(tools, 'text', item),
    bibtex: citationText(tools, 'bibtex', item),
    ris: citationText(tools, 'ris', item),
    csl: citationText(tools, 'csl', item),
  };
}

/** Reads a citation with programs that are not ours. */
function readBack(
  text: string,
  format: '@bibtex/text' | '@biblatex/text' | '@ris/file',
): Partial<CslItem> & Record<string, unknown> {
  const [entry = {}] = new Cite(text, { forceType: format }).data;
  return entry;
}

/** Puts a name together again, which readers take apart at its commas. */
function nameOf(author: unknown): string {
  const [{ literal, family, given } = {} as Record<string, string>] = author as Record<string, string>[];
  return literal ?? [family, given].filter(Boolean).join(', ');
}

function heldOn(item: CslItem): string[] {
  return item['event-date'] ? ['about May 2017'] : [];
}

describe('a citation as text', () => {
  it('names publisher, year, view, dataset, version, licence, link and day', async () => {
    const { text } = await cite(VIEW);
    expect(text).toBe(
      `Secretariat, Unit A (2026), “4 activities under Glo, 2017”, Meetings of the Network, version 2026-11-21.0123456789, CC BY 4.0, ${READING.link} (accessed 30 November 2026).`,
    );
  });

  it('names the dataset alone, and an activity with its date', async () => {
    expect((await cite({ kind: 'dataset' })).text).toContain('Unit A (2026), Meetings of the Network, version 2026');
    expect((await cite(ACTIVITY)).text).toContain(
      '“Second meeting”, about May 2017, Meetings of the Network, version 2026-11-21.0123456789, CC BY 4.0, https',
    );
  });

  it('says it in the language of the reader', async () => {
    const { text, item } = await cite(VIEW, { language: 'fr' });
    expect(text).toContain('«\u00a04 activities under Glo, 2017\u00a0», Réunions du réseau, version');
    expect(text).toMatch(/\(consulté le 30 novembre 2026\)\.$/);
    expect(item.language).toBe('fr');
  });

  it('leaves out what the dataset does not say', async () => {
    const { publisher: _, license: __, updated: ___, ...head } = HEAD;
    const { text, item } = await cite(
      { kind: 'dataset' },
      { head, reading: { ...READING, version: undefined } as never },
    );
    expect(text).toBe(`Meetings of the Network, ${READING.link} (accessed 30 November 2026).`);
    expect(Object.keys(item).sort()).toEqual(['URL', 'accessed', 'id', 'language', 'title', 'type']);
    const { publisher: ____, ...unsigned } = HEAD;
    expect((await cite(VIEW, { head: unsigned })).text).toMatch(/^“4 .*”, Meetings of the Network \(2026\), version/);
  });
});

describe('the key of a citation', () => {
  it('differs between dataset, views and activities and has only the characters of ids', async () => {
    const keys = await Promise.all(
      [{ kind: 'dataset' } as const, VIEW, ACTIVITY].map(async of => (await cite(of)).item.id),
    );
    expect(keys).toEqual(['meetings', 'meetings-glo-2017', 'meetings-second-meeting']);
    const hebrew = await cite({ kind: 'view', title: 'x', filters: ['Topic: שלום'] });
    expect(hebrew.item.id).toBe('meetings-view');
  });
});

describe.each([
  ['the dataset', { kind: 'dataset' } as Cited],
  ['a view', VIEW],
  ['an activity', ACTIVITY],
])('a citation of %s', (_, cited) => {
  it('is read back from BibTeX', async () => {
    const { item, bibtex } = await cite(cited);
    const read = readBack(bibtex, '@bibtex/text');
    expect(read.title).toBe(item.title);
    expect(read['container-title']).toBe(item['container-title']);
    expect(nameOf(read.author)).toBe('Secretariat, Unit A');
    expect(read.issued?.['date-parts'][0]?.[0]).toBe(2026);
    const modern = readBack(bibtex, '@biblatex/text');
    expect(modern.accessed?.['date-parts']).toEqual([[2026, 11, 30]]);
    expect(modern.language).toBe('en');
    expect(read.URL).toBe(READING.link);
    expect(read.note).toBe([...heldOn(item), `Version ${READING.version}`, 'CC BY 4.0'].join('; '));
    expect(read['citation-key'] ?? read.id).toBe(item.id);
  });

  it('is read back from RIS', async () => {
    const { item, ris } = await cite(cited);
    const read = readBack(ris, '@ris/file');
    expect(read.type).toBe(item.type);
    expect(read.title).toBe(item.title);
    expect(read['container-title']).toBe(item['container-title']);
    expect(nameOf(read.author)).toBe('Secretariat, Unit A');
    expect(read.issued?.['date-parts'][0]?.[0]).toBe(2026);
    expect(read.accessed?.['date-parts']).toEqual([[2026, 11, 30]]);
    expect(read.version ?? read.edition).toBe(item.version);
    expect(read.URL).toBe(READING.link);
    expect(read.note).toBe([...heldOn(item), 'CC BY 4.0'].join('; '));
    expect(ris.split('\r\n').at(-2)).toBe('ER  - ');
  });

  it('is read back from CSL-JSON', async () => {
    const { item, csl } = await cite(cited);
    const [read] = new Cite(csl).data;
    expect(read).toMatchObject(item);
  });
});

describe('a citation of hostile texts', () => {
  /** Readers also trim texts and join spaces; the citation has no other spaces. */
  const expectSame = async (title: string) => {
    const { item, bibtex, ris, text } = await cite(
      { kind: 'view', title, filters: [] },
      { head: { ...HEAD, title, publisher: title } },
    );
    expect(readBack(bibtex, '@bibtex/text')).toMatchObject({ title: item.title, 'container-title': item.title });
    expect(readBack(ris, '@ris/file')).toMatchObject({ title: item.title, 'container-title': item.title });
    for (const line of ris.split('\r\n').slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
    expect(text).not.toMatch(/[\r\n]/);
  };

  it.each(HOSTILE.activities.map(({ title }) => title))('keeps %j', expectSame);

  it.each([
    '{',
    '}',
    '{{x}',
    'a } b { c',
    '50 % & $5 #1_a ~ ^ \\ \\textbf{x}',
    "--- — -- \"quoted\" ''x'' `y` ``z``",
    'ER  - ',
    'TY  - x\r\nER  - \r\n',
  ])('keeps %j', expectSame);

  it('keeps any text', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...'{}&%$#_~^\\"\'`-,<>@=; \n\t'), fc.constantFrom('a', 'É', 'ש', '𝒳')), {
          minLength: 1,
        }),
        async chars => expectSame(`a${chars.join('')}a`),
      ),
    ));

  it('keeps braces in an address out of the field', async () => {
    const link = 'https://record.example/?q={a}"b"\\&x=100%25';
    const { bibtex } = await cite({ kind: 'dataset' }, { reading: { ...READING, link } });
    expect(readBack(bibtex, '@bibtex/text').URL).toBe('https://record.example/?q=%7Ba%7D%22b%22%5C&x=100%25');
  });
});
