import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fields, isWebAddress, plainHostOf } from '../../../src/formats/document/fields';
import { type Known, knownOf } from '../../../src/formats/document/known';
import { plainActivity } from '../../../src/formats/document/plain-activity';
import { readFieldByField } from '../../../src/formats/document/read-activity';
import { Report } from '../../../src/formats/document/report';
import { createRandom } from '../../../src/lib/random';
import { mutateJson } from '../../fixtures/mutate';

const known: Known = knownOf({
  facets: [
    { id: 'region', label: 'Region', values: ['africa', 'mali', 'asia'].map(id => ({ id, label: id })) },
    { id: 'theme', label: 'Theme', values: [{ id: 'drugs', label: 'Drugs' }] },
  ],
  sources: [{ id: 'brochure', title: 'Brochure' }],
  fields: [
    { id: 'note', label: 'Note', type: 'text' },
    { id: 'budget', label: 'Budget', type: 'number' },
    { id: 'report', label: 'Report', type: 'link' },
    { id: 'signed', label: 'Signed', type: 'date' },
  ],
});

const wholeActivity = () => ({
  id: 'second',
  formerIds: ['zweite'],
  date: '2017-01-02/2017-01-03',
  title: { en: 'Second', fr: 'Deuxième' },
  short: '2nd',
  summary: 'It came after the first.',
  dateNote: 'Of the opening.',
  tags: { region: ['africa', 'asia'], theme: ['drugs'] },
  place: { name: 'Brussels', country: 'BE', coordinates: [4.35, 50.85] },
  links: [{ label: 'Report', url: 'https://example.org/report' }],
  source: { id: 'brochure', item: 2, note: 'On the back.' },
  values: { note: 'Kept', budget: 12.5, report: 'https://example.org/b?x#y', signed: '2018-05' },
});

describe('the fast reader of activities', () => {
  it('reads an activity with every member except an image', () => {
    const { id, date, ...rest } = wholeActivity();
    expect(plainActivity({ id, date, ...rest }, known)).toEqual({
      ...wholeActivity(),
      earliest: 17_168,
      latest: 17_169,
    });
  });

  it('reads only what the reader that reports problems reads alike and without a problem', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.nat(), fc.subarray(Object.keys(wholeActivity())), (seed, left) => {
        const random = createRandom(seed, 'activity');
        const activity: Record<string, unknown> = wholeActivity();
        for (const key of left) delete activity[key];
        for (let changes = random.below(3); changes > 0; changes -= 1) mutateJson(random, activity);
        const raw = JSON.parse(JSON.stringify(activity));
        const report = new Report();
        const slow = readFieldByField(new Fields(raw, '', report), known, report);
        const fast = plainActivity(raw, known);
        if (fast === undefined) return;
        expect(report.problems).toEqual([]);
        expect(fast).toEqual(slow);
        plain += 1;
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it.each(['date', 'title', 'short', 'place', 'tags', 'links', 'source', 'values', 'summary', 'formerIds', 'dateNote'])(
    'leaves an activity with a wrong %s to the other reader',
    key => {
      for (const wrong of [null, 7, ' ', [], {}, { x: 1 }, [{}], 'x'.repeat(1001)]) {
        const raw = { ...wholeActivity(), [key]: wrong };
        const report = new Report();
        const slow = readFieldByField(new Fields(raw, '', report), known, report);
        const fast = plainActivity(raw, known);
        if (report.problems.length > 0) expect(fast, JSON.stringify(wrong)).toBeUndefined();
        else if (fast) expect(fast).toEqual(slow);
      }
    },
  );

  it('takes as web addresses what the platform parses', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ab0x-.:/?#@[]%\\ '), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom('http://', 'https://', 'HTTPS://', 'ftp://', ''), part, (scheme, rest) => {
        const text = scheme + rest;
        expect(isWebAddress(text)).toBe(/^https?:\/\//i.test(text) && URL.canParse(text));
        const host = plainHostOf(text);
        if (host !== undefined) expect(new URL(text).hostname).toBe(host);
      }),
      { numRuns: 3000 },
    );
  });
});
