import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { idsOf, linesOf } from './read-lines';

const ALL = 'first second third';

describe('a record that can not be read', () => {
  it.each<[string, unknown, string, string]>([
    ['activities[1]', 'text', 'activities[1] notObject record "text"', 'first third'],
    ['activities[1]', null, 'activities[1] notObject record null', 'first third'],
    ['activities[1].id', undefined, 'activities[1].id missing record', 'first third'],
    [
      'activities[1].id',
      'Zweite Übung!',
      'activities[1].id notSlug record "Zweite Übung!" → zweite-ubung',
      'first third',
    ],
    ['activities[1].id', 7, 'activities[1].id notSlug record 7', 'first third'],
    ['activities[1].id', 'first', 'activities[1].id duplicateId record "first"', 'first third'],
    ['activities[1].title', undefined, 'activities[1].title missing record', 'first third'],
    ['activities[1].title', ' ', 'activities[1].title blank record " "', 'first third'],
    ['activities[1].title', 7, 'activities[1].title notText record 7', 'first third'],
    ['activities[1].title', { en: '' }, 'activities[1].title notText record {"en":""}', 'first third'],
    ['activities[1].title', {}, 'activities[1].title notText record {}', 'first third'],
    ['activities[1].date', undefined, 'activities[1].date missing record', 'first third'],
    ['activities[1].date', null, 'activities[1].date dateForm record null', 'first third'],
    ['activities[1].date', 'June', 'activities[1].date dateForm record "June"', 'first third'],
    ['activities[1].date', '2018-6-9', 'activities[1].date dateForm record "2018-6-9" → 2018-06-09', 'first third'],
    ['activities[1].date', 2018, 'activities[1].date dateForm record 2018 → 2018', 'first third'],
    ['activities[1].date', 12, 'activities[1].date dateForm record 12', 'first third'],
    ['activities[1].date', '2018-02-30', 'activities[1].date dateNoSuchDay record "2018-02-30"', 'first third'],
    [
      'activities[1].date',
      '2018/2017',
      'activities[1].date dateReversed record "2018/2017" → 2017/2018',
      'first third',
    ],
    [
      'activities[1].date',
      '2018-06-19T25:00',
      'activities[1].date dateNoSuchTime record "2018-06-19T25:00"',
      'first third',
    ],
    [
      'activities[1].date',
      '01/02/2020',
      'activities[1].date dateAmbiguous record "01/02/2020" → 2020-02-01 | 2020-01-02',
      'first third',
    ],
    ['activities[1].date', 'Y12000000', 'activities[1].date dateTooFar record "Y12000000"', 'first third'],
    ['activities[1].date', '../..', 'activities[1].date dateOpen record "../.."', 'first third'],
    ['facets[1]', 7, 'facets[1] notObject record 7', ALL],
    ['facets[1].id', 'Theme', 'facets[1].id notSlug record "Theme" → theme', ALL],
    ['facets[1].id', 'lang', 'facets[1].id reservedId record "lang"', ALL],
    ['facets[1].id', 'region', 'facets[1].id duplicateId record "region"', ALL],
    ['facets[1].label', undefined, 'facets[1].label missing record', ALL],
    ['facets[1].phrase', 'in', 'facets[1].phrase badPhrase field "in"', ALL],
    ['facets[1].phrase', 'in {values} {lowercase}', 'facets[1].phrase badPhrase field "in {values} {lowercase}"', ALL],
    ['facets[0].values[1]', [], 'facets[0].values[1] notObject record []', ALL],
    ['facets[0].values[1].id', 'Mali!', 'facets[0].values[1].id notSlug record "Mali!" → mali', ALL],
    ['facets[0].values[1].id', 'africa', 'facets[0].values[1].id duplicateId record "africa"', ALL],
    ['facets[0].values[1].label', undefined, 'facets[0].values[1].label missing record', ALL],
  ])('%s = %j is reported and the others stay', (path, value, expected, ids) => {
    const text = smallDocumentWith(path, value);
    expect(linesOf(text)[0]).toBe(expected);
    expect(idsOf(text)).toBe(ids);
  });

  it('says of every tag that it lost its value', () => {
    expect(linesOf(smallDocumentWith('facets[0].values[1].id', 'Mali!'))).toEqual([
      'facets[0].values[1].id notSlug record "Mali!" → mali',
      'activities[0].tags.region[0] unknownValue field "mali"',
    ]);
    expect(linesOf(smallDocumentWith('facets[1].id', 'q'))).toEqual([
      'facets[1].id reservedId record "q"',
      'activities[0].tags.theme unknownFacet field ["drugs"]',
    ]);
  });

  it('is reported with everything that is wrong in it', () => {
    expect(linesOf(smallDocumentWith('activities[1]', { id: 'A', date: '2018-6', title: 7, extra: true }))).toEqual([
      'activities[1].extra unknownField note true',
      'activities[1].id notSlug record "A" → a',
      'activities[1].date dateForm record "2018-6" → 2018-06',
      'activities[1].title notText record 7',
    ]);
  });
});

describe('a field that can not be read', () => {
  it.each<[string, unknown, string]>([
    ['id', 'Small One', 'id notSlug field "Small One" → small-one'],
    ['title', undefined, 'title missing field'],
    ['description', 7, 'description notText field 7'],
    ['publisher', '', 'publisher blank field ""'],
    ['license', [], 'license notText field []'],
    ['language', 'not_a_language', 'language badLanguage field "not_a_language"'],
    ['language', 7, 'language notText field 7'],
    ['updated', 'yesterday', 'updated badDay field "yesterday"'],
    ['sources[1]', 'text', 'sources[1] notObject field "text"'],
    ['sources[1]', { id: 'b' }, 'sources[1].title missing field'],
    ['sources[1]', { id: 'B', title: 'B' }, 'sources[1].id notSlug field "B" → b'],
    ['sources[0].url', 'example.org', 'sources[0].url badUrl field "example.org"'],
    ['coverage', 'always', 'coverage notList field "always"'],
    ['coverage[0].from', undefined, 'coverage[0].from missing field'],
    ['coverage[0].to', 'soon', 'coverage[0].to badDay field "soon"'],
    ['coverage[0].to', '2015', 'coverage[0].to dateReversed field "2015"'],
    ['coverage[0].note', 7, 'coverage[0].note notText field 7'],
    ['facets[0].description', 7, 'facets[0].description notText field 7'],
    ['facets[0].values[1].broader', 'atlantis', 'facets[0].values[1].broader unknownBroader field "atlantis"'],
    ['facets[0].values[1].broader', 'mali', 'facets[0].values[1].broader broaderCycle field "mali"'],
    ['facets[0].values[0].broader', 'mali', 'facets[0].values[0].broader broaderCycle field "mali"'],
    ['facets[0].values[1].broader', 7, 'facets[0].values[1].broader notText field 7'],
    ['facets[0].values[1].short', 7, 'facets[0].values[1].short notText field 7'],
    ['facets[0].values[1].aliases', 'Soudan', 'facets[0].values[1].aliases notList field "Soudan"'],
    ['facets[0].values[1].aliases[1]', 7, 'facets[0].values[1].aliases[1] notText field 7'],
    ['facets[0].values[1].aliases[1]', ' ', 'facets[0].values[1].aliases[1] blank field " "'],
    ['facets[0].values[1].url', 'ftp://a', 'facets[0].values[1].url badUrl field "ftp://a"'],
    ['activities[1].formerIds', 'zweite', 'activities[1].formerIds notList field "zweite"'],
    ['activities[1].formerIds[0]', 'Zweite', 'activities[1].formerIds[0] notSlug field "Zweite"'],
    ['activities[1].formerIds[0]', 'third', 'activities[1].formerIds[0] formerIdTaken field "third"'],
    ['activities[1].title.fr', 7, 'activities[1].title notText field {"en":"Second","fr":7}'],
    [
      'activities[1].title.not_a_language',
      'x',
      'activities[1].title notText field {"en":"Second","fr":"Deuxième","not_a_language":"x"}',
    ],
    ['activities[1].short', ' ', 'activities[1].short blank field " "'],
    ['activities[1].summary', ['a'], 'activities[1].summary notText field ["a"]'],
    ['activities[1].dateNote', 7, 'activities[1].dateNote notText field 7'],
    ['activities[1].tags', ['mali'], 'activities[1].tags notObject field ["mali"]'],
    ['activities[1].tags.mood', ['good'], 'activities[1].tags.mood unknownFacet field ["good"]'],
    ['activities[1].tags.constructor', ['a'], 'activities[1].tags.constructor unknownFacet field ["a"]'],
    ['activities[1].tags.region', 'mali', 'activities[1].tags.region notList field "mali"'],
    ['activities[1].tags.region[1]', 'atlantis', 'activities[1].tags.region[1] unknownValue field "atlantis"'],
    ['activities[1].tags.region[1]', 7, 'activities[1].tags.region[1] unknownValue field 7'],
    ['activities[1].place', 'Brussels', 'activities[1].place notObject field "Brussels"'],
    ['activities[1].place.name', undefined, 'activities[1].place.name missing field'],
    ['activities[1].place.country', 'be', 'activities[1].place.country badCountry field "be" → BE'],
    ['activities[1].place.country', 'Belgium', 'activities[1].place.country badCountry field "Belgium"'],
    ['activities[1].place.country', 'ZZ', 'activities[1].place.country badCountry field "ZZ"'],
    ['activities[1].place.country', 'BEL', 'activities[1].place.country badCountry field "BEL"'],
    ['sources[1]', { id: 'brochure', title: 'Again' }, 'sources[1].id duplicateId field "brochure"'],
    ['facets[0].values[0].replacedBy', 'gone', 'facets[0].values[0].replacedBy unknownValue field "gone"'],
    ['activities[1].formerIds', ['old', 'old'], 'activities[1].formerIds[1] duplicateId field "old"'],
    ['activities[1].place.coordinates', [200, 0], 'activities[1].place.coordinates badCoordinates field [200,0]'],
    ['activities[1].place.coordinates', [0], 'activities[1].place.coordinates badCoordinates field [0]'],
    ['activities[1].place.coordinates', ['4', '5'], 'activities[1].place.coordinates badCoordinates field ["4","5"]'],
    ['activities[1].links', {}, 'activities[1].links notList field {}'],
    ['activities[1].links[0]', 'https://a', 'activities[1].links[0] notObject field "https://a"'],
    ['activities[1].links[0].label', undefined, 'activities[1].links[0].label missing field'],
    ['activities[1].links[0].url', undefined, 'activities[1].links[0].url missing field'],
    [
      'activities[1].links[0].url',
      'javascript:alert(1)',
      'activities[1].links[0].url badUrl field "javascript:alert(1)"',
    ],
    ['activities[1].links[0].url', 'https://', 'activities[1].links[0].url badUrl field "https://"'],
    ['activities[1].source', 'brochure', 'activities[1].source notObject field "brochure"'],
    ['activities[1].source.id', 'book', 'activities[1].source.id unknownSource field "book"'],
    ['activities[1].source.id', undefined, 'activities[1].source.id missing field'],
    ['activities[1].source.item', 0, 'activities[1].source.item badItem field 0'],
    ['activities[1].source.item', '2', 'activities[1].source.item badItem field "2"'],
    ['activities[1].source.note', 7, 'activities[1].source.note notText field 7'],
  ])('%s = %j is reported and its record stays', (path, value, expected) => {
    const text = smallDocumentWith(path, value);
    expect(linesOf(text)).toEqual([expected]);
    expect(idsOf(text)).toBe(ALL);
  });
});

describe('a list that is none', () => {
  it('is reported, and so is everything that points into it', () => {
    expect(linesOf(smallDocumentWith('sources', {}))).toEqual([
      'sources notList field {}',
      'activities[1].source.id unknownSource field "brochure"',
    ]);
    expect(linesOf(smallDocumentWith('facets[1].values', {}))).toEqual([
      'facets[1].values notList field {}',
      'activities[0].tags.theme[0] unknownValue field "drugs"',
    ]);
  });
});

describe('a note', () => {
  it.each<[string, unknown, string]>([
    ['remark', 'x', 'remark unknownField note "x"'],
    ['sources[0].author', 'x', 'sources[0].author unknownField note "x"'],
    ['coverage[0].why', 'x', 'coverage[0].why unknownField note "x"'],
    ['facets[0].colour', 'x', 'facets[0].colour unknownField note "x"'],
    ['facets[0].values[0].colour', 'x', 'facets[0].values[0].colour unknownField note "x"'],
    ['activities[1].budget', { eur: 5 }, 'activities[1].budget unknownField note {"eur":5}'],
    ['activities[1].constructor', 1, 'activities[1].constructor unknownField note 1'],
    ['activities[1].place.city', 'x', 'activities[1].place.city unknownField note "x"'],
    ['activities[1].links[0].rel', 'x', 'activities[1].links[0].rel unknownField note "x"'],
    ['activities[1].source.page', 3, 'activities[1].source.page unknownField note 3'],
    ['activities[1].title', 'x'.repeat(301), `activities[1].title tooLong note "${'x'.repeat(79)}…`],
    ['activities[1].short', 'x'.repeat(41), `activities[1].short tooLong note "${'x'.repeat(41)}"`],
  ])('%s = %j keeps everything', (path, value, expected) => {
    const text = smallDocumentWith(path, value);
    expect(linesOf(text)).toEqual([expected]);
    expect(readDataset(text).dataset.activities).toHaveLength(3);
  });

  it('counts the length of a text in letters, not in code units', () => {
    expect(linesOf(smallDocumentWith('activities[1].short', '😀'.repeat(40)))).toEqual([]);
    expect(linesOf(smallDocumentWith('activities[1].title', '😀'.repeat(300)))).toEqual([]);
  });
});

describe('the fields of a record', () => {
  const fields = [
    { id: 'size', label: 'Size', type: 'number' },
    { id: 'site', label: 'Site', type: 'link' },
    { id: 'opened', label: 'Opened', type: 'date' },
    { id: 'remark', label: 'Remark', type: 'text' },
  ];
  const withValues = (values: unknown) =>
    JSON.stringify({
      ...smallDocument(),
      fields,
      activities: [{ id: 'first', date: '2018', title: 'First', values }],
    });

  it('are kept with their values', () => {
    const values = { size: 12.5, site: 'https://example.org/', opened: '2018-06~', remark: { en: 'Yes', fr: 'Oui' } };
    expect(linesOf(withValues(values))).toEqual([]);
    const { dataset } = readDataset(withValues(values));
    expect(dataset.fields).toEqual(fields);
    expect(dataset.activities[0]?.values).toEqual(values);
  });

  it.each<[unknown, string]>([
    [[1], 'activities[0].values notObject field [1]'],
    [{ colour: 'red' }, 'activities[0].values.colour unknownFieldId field "red"'],
    [{ size: '12' }, 'activities[0].values.size notNumber field "12"'],
    [{ site: 'javascript:alert(1)' }, 'activities[0].values.site badUrl field "javascript:alert(1)"'],
    [{ opened: 'soon' }, 'activities[0].values.opened dateForm field "soon"'],
    [{ remark: 7 }, 'activities[0].values.remark notText field 7'],
  ])('%j is reported, and the activity stays', (values, expected) => {
    expect(linesOf(withValues(values))).toEqual([expected]);
    expect(readDataset(withValues(values)).dataset.activities).toHaveLength(1);
  });

  it.each<[unknown, string]>([
    [{ id: 'size', label: 'Size', type: 'colour' }, 'fields[0].type badFieldType field "colour"'],
    [{ id: 'size', label: 'Size' }, 'fields[0].type missing field'],
    [{ id: 'region', label: 'Region', type: 'text' }, 'fields[0].id duplicateId field "region"'],
  ])('%j is no field', (field, expected) => {
    expect(linesOf(smallDocumentWith('fields', [field]))).toEqual([expected]);
  });
});

describe('the image of an activity', () => {
  const good = { src: 'images/a.jpg', alt: { en: 'A bridge', fr: 'Un pont' }, credit: 'The builders' };

  it('is kept', () => {
    const text = smallDocumentWith('activities[0].image', good);
    expect(linesOf(text)).toEqual([]);
    expect(readDataset(text).dataset.activities[0]?.image).toEqual(good);
  });

  it.each<[unknown, string]>([
    ['a.jpg', 'activities[0].image notObject field "a.jpg"'],
    [{ src: 'a.jpg' }, 'activities[0].image.alt missing field'],
    [{ src: 'a.jpg', alt: ' ' }, 'activities[0].image.alt blank field " "'],
    [{ alt: 'A bridge' }, 'activities[0].image.src missing field'],
    [{ ...good, src: 7 }, 'activities[0].image.src refusedImage field 7'],
    [{ ...good, src: 'javascript:alert(1)' }, 'activities[0].image.src refusedImage field "javascript:alert(1)"'],
  ])('%j is reported and left out, and the activity stays', (image, expected) => {
    const text = smallDocumentWith('activities[0].image', image);
    expect(linesOf(text)).toEqual([expected]);
    expect(readDataset(text).dataset.activities[0]).not.toHaveProperty('image');
    expect(readDataset(text).dataset.activities).toHaveLength(3);
  });
});
