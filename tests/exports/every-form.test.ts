import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { ANSWER_FORM_IDS } from '../../src/exports/registry';
import { HOSTILE } from './hostile';
import { writeView } from './write';

const QUERY = '?flat=one&from=2018&gaps=show';

/** Returns the texts of a file by the names of its parts, with folded lines joined and without escapes. */
async function partsOf(
  form: (typeof ANSWER_FORM_IDS)[number],
  given: Parameters<typeof writeView>[2] = {},
): Promise<Record<string, string>> {
  const { bytes, text } = await writeView(HOSTILE, form, { query: QUERY, ...given });
  if (form !== 'zip' && form !== 'xlsx') return { '': plain(text) };
  const { files } = await JSZip.loadAsync(bytes);
  const parts = Object.values(files).map(async file => [file.name, plain(await file.async('string'))] as const);
  return Object.fromEntries(await Promise.all(parts));
}

function plain(text: string): string {
  return text
    .replace(/\r\n[ \t]/g, '')
    .replaceAll('&amp;', '&')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\\([\\`*_{}[\]<>#|~&,;.=-])/g, '$1');
}

/** The table has the columns that other programs expect and nothing else. Its metadata, a form of its own, say the rest. */
const TELLING = ANSWER_FORM_IDS.filter(id => id !== 'csv');

describe('every form', () => {
  it.each(TELLING)('says what it is, where it is from and what is not in it: %s', async form => {
    const { activities } = await writeView(HOSTILE, form, { query: QUERY });
    const text = Object.values(await partsOf(form)).join('\n');
    for (const said of [
      `${activities.length} activities`,
      'Flat: One',
      `https://record.example/${QUERY}`,
      `${activities.length} of ${HOSTILE.activities.length}`,
      'CC0-1.0',
      '2026-11-30.0123456789',
      '30 November 2026',
      'July 2018 – December 2019',
    ]) {
      expect(text, said).toContain(said);
    }
  });

  it.each(TELLING)('says that a part of the dataset did not answer: %s', async form => {
    const parts = { answered: 1, of: 2, activities: 7 };
    const said = `1 of 2 parts of the record answered: 7 of ${HOSTILE.activities.length} activities`;
    expect(Object.values(await partsOf(form, { parts })).join('\n')).toContain(said);
    expect(Object.values(await partsOf(form)).join('\n')).not.toContain('parts of the record');
  });

  it.each(ANSWER_FORM_IDS)('has the same bytes on another day but for the day: %s', async form => {
    const [one, other] = await Promise.all([
      partsOf(form, { taken: '2027-03-04' }),
      partsOf(form, { taken: '2027-04-06' }),
    ]);
    const otherDay = (text: string) =>
      text.replaceAll('2027-03-04', '2027-04-06').replaceAll('4 March 2027', '6 April 2027');
    expect(Object.keys(other)).toEqual(Object.keys(one));
    for (const [name, text] of Object.entries(one)) expect(other[name], name).toBe(otherDay(text));
  });
});
