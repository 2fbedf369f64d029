import { describe, expect, it } from 'vitest';
import { type Cited, citationOf, citationText } from '../../src/exports/citation';
import { activateLanguage } from '../../src/i18n/catalogue';
import { loadLaterMessages } from '../../src/i18n/later-messages';
import { toolsFor } from '../../src/i18n/text-tools';
import type { DatasetHead } from '../../src/model/dataset';
import { run, temporaryFolder } from './programs';

const folder = temporaryFolder();
const TITLE = 'Money & drugs, 50 % in Łódź, {braces}, “quotes”, Ж_1 #2';
const HEAD: DatasetHead = {
  id: 'meetings',
  title: 'Meetings of the Network',
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

/** Returns the text of an element of MODS, the XML that bibutils make of citations, by its path of names. */
function textAt(file: string, ...path: string[]): string {
  const steps = path.map(name => `*[local-name()='${name}']`);
  return run('xmllint', ['--xpath', `string(//*[local-name()='mods']/${steps.join('/')})`, file]).trim();
}

const CITED: readonly [string, Cited][] = [
  ['the dataset', { kind: 'dataset' }],
  ['a view', { kind: 'view', title: TITLE, filters: ['Topic: Glo'] }],
  ['an activity', { kind: 'activity', id: 'second', title: TITLE, date: '2017-05' }],
];

describe.each(CITED)('a citation of %s', (_, cited) => {
  it.each([
    ['bibtex', 'bib2xml'],
    ['ris', 'ris2xml'],
  ] as const)('is read from %s by bibutils', async (form, program) => {
    await loadLaterMessages();
    const tools = toolsFor(await activateLanguage('en'), HEAD.language);
    const item = citationOf(tools, HEAD, cited, READING);
    const given = folder.write(`${item.id}.${form}`, citationText(tools, form, item));
    const file = folder.write(`${item.id}-${form}.xml`, run(program, ['-i', 'unicode', '-o', 'unicode', given]));
    expect(textAt(file, 'titleInfo', 'title')).toBe(item.title);
    expect(textAt(file, 'location', 'url')).toBe(READING.link);
    expect(textAt(file, 'identifier')).toBe(item.id);
    const whole = textAt(file, 'name').replace(/\s+/g, ' ') + run('xmllint', ['--xpath', 'string(/)', file]);
    for (const part of ['Secretariat', '2026', READING.version, 'CC BY 4.0', HEAD.title]) {
      expect(whole, String(part)).toContain(part);
    }
  });
});
