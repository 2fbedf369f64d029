import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../public/schema/dataset-1.json';
import { readDataset } from '../../src/formats/json/read-dataset';
import { parseEdtf } from '../../src/lib/edtf';
import { RESERVED_KEYS } from '../../src/model/link-keys';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import { arbitraryDate } from '../fixtures/arbitrary-date';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { textDataset } from '../fixtures/text-dataset';

const isValid = new Ajv2020({ strict: true, strictTypes: true }).compile(schema);

function isReportedByReader(text: string): boolean {
  try {
    return readDataset(text).problems.length > 0;
  } catch {
    return true;
  }
}

describe('the published schema', () => {
  it('accepts the fixtures', () => {
    const picture = textDataset('region\n  africa\n    mali\n2018..2019 One #region:mali @Brussels =former');
    expect([isValid(smallDocument()), isValid(picture)]).toEqual([true, true]);
  });

  it('accepts every document that the reader finds nothing wrong with', () => {
    fc.assert(
      fc.property(arbitraryDataset, ({ document }) => {
        isValid(document);
        expect(isValid.errors).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, unknown]>([
    ['remark', 'kept'],
    ['$schema', 'schema/dataset-1.json'],
    ['contact', 'record@example.org'],
    ['contact', 'https://example.org/corrections?about=record'],
    ['activities[1].budget', { eur: 5 }],
    ['facets[0].values[0].colour', 'red'],
    ['activities[1].title', '😀'.repeat(300)],
    ['activities[1].tags', { region: [] }],
    ['activities[1].date', '2018-06-19T14:30:00+02:00'],
    ['activities[1].date', 'Y-12000~/2021-34'],
    ['coverage[0].from', 'Y-12000'],
    ['facets[0].values[0].exactMatch', ['https://www.wikidata.org/wiki/Q15']],
  ])('accepts %s = %j', (path, value) => {
    isValid(JSON.parse(smallDocumentWith(path, value)));
    expect(isValid.errors).toBeNull();
  });

  it.each<[string, unknown]>([
    ['format', 'chronofacet-dataset/2'],
    ['format', undefined],
    ['id', 'Small'],
    ['title', undefined],
    ['title', ' '],
    ['description', 7],
    ['language', 'not_a_language'],
    ['updated', 'yesterday'],
    ['contact', 'javascript:alert(1)'],
    ['contact', 'http://example.org/'],
    ['contact', 'the office'],
    ['contact', 7],
    ['sources', {}],
    ['sources[0].url', 'ftp://example.org'],
    ['coverage[0].from', '2018-13'],
    ['coverage[0].to', undefined],
    ['facets', 'region'],
    ['facets[0].id', 'Region'],
    ['facets[0].label', undefined],
    ['facets[0].values[0]', 'africa'],
    ['facets[0].values[0].id', '_none'],
    ['facets[0].values[0].label', {}],
    ['facets[0].values[0].aliases', 'Afrique'],
    ['facets[0].values[0].broader', 7],
    ...RESERVED_KEYS.map((key): [string, unknown] => ['facets[0].id', key]),
    ['activities', {}],
    ['activities[1]', 'text'],
    ['activities[1].id', undefined],
    ['activities[1].id', 'A b'],
    ['activities[1].id', 'a--b'],
    ['activities[1].formerIds[0]', 'A'],
    ['activities[1].date', undefined],
    ['activities[1].date', 2018],
    ['activities[1].date', '2018-6-9'],
    ['activities[1].date', '01/02/2020'],
    ['activities[1].date', '2018-06-19 10:00'],
    ['activities[1].date', '2018-06-19T24:00'],
    ['activities[1].date', 'Y2018'],
    ['activities[1].date', '2018-13-01'],
    ['activities[1].date', '../..'],
    ['activities[1].title', undefined],
    ['activities[1].title', 'x'.repeat(301)],
    ['activities[1].title', { en: 'x', fr: 'x'.repeat(301) }],
    ['activities[1].title', { en: '' }],
    ['activities[1].short', 'x'.repeat(41)],
    ['activities[1].summary', []],
    ['activities[1].tags', ['mali']],
    ['activities[1].tags.region', 'mali'],
    ['activities[1].tags.region[0]', 7],
    ['activities[1].place', 'Brussels'],
    ['activities[1].place.name', undefined],
    ['activities[1].place.country', 'be'],
    ['activities[1].place.coordinates', [200, 0]],
    ['activities[1].place.coordinates', [0, 91]],
    ['activities[1].place.coordinates', [0]],
    ['activities[1].place.coordinates', [0, 0, 0]],
    ['activities[1].links[0].url', 'javascript:alert(1)'],
    ['activities[1].links[0].label', undefined],
    ['activities[1].source', 'brochure'],
    ['activities[1].source.id', undefined],
    ['activities[1].source.item', 0],
    ['activities[1].source.item', 1.5],
  ])('refuses %s = %j, as the reader does', (path, value) => {
    const text = smallDocumentWith(path, value);
    expect(isValid(JSON.parse(text))).toBe(false);
    expect(isReportedByReader(text)).toBe(true);
  });

  it('takes for dates what the reader takes, but for days that do not exist', () => {
    const date = new RegExp(schema.$defs.edtf.pattern, 'u');
    const almostDate = fc
      .array(
        fc.constantFrom(
          ...['2018', '0000', '06', '31', '21', '35', 'Y', '9999', '-', '/', '..', '[', ']', 'X', 'XX'],
          ...['?', '~', '%', 'T', ':', 'Z', '+'],
        ),
        {
          maxLength: 9,
        },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          almostDate,
          arbitraryDate.map(({ text }) => text),
        ),
        text => {
          const reading = parseEdtf(text);
          const isRead = reading.kind !== 'problem' || ['noSuchDay', 'reversed', 'tooFar'].includes(reading.reason);
          if (date.test(text)) expect(isRead).toBe(true);
          else expect(reading.kind === 'problem').toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
