import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { constraintLabel, headline } from '../../src/i18n/headline';
import type { TextTools } from '../../src/i18n/text-tools';
import { dayOf } from '../../src/lib/day';
import { constraintsOfView } from '../../src/model/constraints';
import type { DatasetHead, Facet } from '../../src/model/dataset';
import { PANELS, type View, WHOLE_RECORD } from '../../src/model/view';
import { textTools } from './words';

const EXTENT = { earliest: dayOf(2017, 1, 20), latest: dayOf(2019, 7, 30) };
const PERIOD = '2017 – 2019';

/** Parts of names in many scripts, with the punctuation of real names. */
const PART = fc.constantFrom(
  'Africa',
  'Łódź',
  'Москва',
  'لبنان',
  'أمن الحدود',
  'ירושלים',
  'ދިވެހި',
  '新闻',
  'कमल',
  '2017–2019',
  '3',
  '(',
  ')',
  '!',
  '\u200f',
  '\u202e',
  '\u2067',
  '\u2069',
);
const NAME = fc.array(PART, { minLength: 1, maxLength: 4 }).map(parts => parts.join(' '));

const FACET = fc
  .record({
    label: NAME,
    labels: fc.array(NAME, { minLength: 3, maxLength: 3 }),
    phrase: fc.constantFrom(null, 'in', 'في'),
  })
  .map(({ label, labels, phrase }) => ({
    label,
    values: labels.map((each, i) => ({ id: `v${i}`, label: each })),
    ...(phrase !== null && { phrase: `${phrase} {values}` }),
  }));

const CHOICE = fc
  .record({
    include: fc.subarray(['v0', 'v1', '_none', 'ghost']),
    exclude: fc.subarray(['v2']),
    mode: fc.constantFrom('any' as const, 'all' as const),
  })
  .filter(({ include, exclude }) => include.length + exclude.length > 0);

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f]/;

/** Removes isolated text, innermost isolates first. */
function frameOf(text: string): string {
  const frame = text.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '');
  return frame === text ? text : frameOf(frame);
}

let languages: TextTools[];
beforeAll(async () => {
  languages = [(await textTools('en')) as TextTools, (await textTools('fr')) as TextTools];
});

describe('headline', () => {
  it('keeps its order of words and years, whatever scripts the names are in', () => {
    fc.assert(
      fc.property(
        fc.tuple(FACET, FACET),
        fc.tuple(CHOICE, CHOICE),
        fc.constantFrom(...PANELS),
        fc.oneof(fc.constant(''), NAME),
        (facets, [a, b], panel, q) => {
          const head: DatasetHead = {
            id: 'd',
            title: 'D',
            language: 'ar',
            sources: [],
            coverage: [],
            facets: facets.map((facet, i): Facet => ({ id: `f${i}`, ...facet })),
          };
          const view: View = { ...WHOLE_RECORD, panel, q, facets: { f0: a, f1: b } };
          for (const tools of languages) {
            const text = headline(tools, head, view, { total: 2, extent: EXTENT });
            const frame = frameOf(text);
            expect(frame).not.toMatch(RIGHT_TO_LEFT);
            expect(frame).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
            expect(frame.endsWith(PERIOD)).toBe(true);
            for (const constraint of constraintsOfView(view)) {
              const { name, value } = constraintLabel(tools, head, view, constraint);
              expect(frameOf(tools.t('chip.remove', { name, value }))).not.toMatch(RIGHT_TO_LEFT);
            }
          }
        },
      ),
    );
  });
});
