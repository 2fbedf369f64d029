import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/lib/fold';
import { hasBeginning } from '../../src/lib/unspaced';
import type { Facet, Text } from '../../src/model/dataset';
import { findValues, indexValues, offerFor, type ValueIndex } from '../../src/model/value-search';

const INSTITUTION: Facet = {
  id: 'institution',
  label: 'EU institution',
  values: [
    { id: 'home', label: 'DG Migration and Home Affairs (HOME)', short: 'DG HOME' },
    { id: 'council', label: 'Council', aliases: ['Rat der Europäischen Union'] },
    { id: 'near', label: 'DG Neighbourhood' },
    { id: 'office', label: '新闻办公室' },
  ],
};
const THEME: Facet = {
  id: 'theme',
  label: 'Theme',
  values: [
    { id: 'homes', label: 'Homes' },
    { id: 'firearms', label: { en: 'Firearms', fr: 'Armes à feu' } },
  ],
};

const inEnglish = (text: Text) => (typeof text === 'string' ? text : (text.en ?? ''));

function indexOf(facets: readonly Facet[]): ValueIndex {
  const steps = indexValues(facets, inEnglish);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const INDEX = indexOf([INSTITUTION, THEME]);
const EVEN: Parameters<typeof findValues>[2] = { limit: 10, weightOf: () => 0 };

function ids(typed: string, index = INDEX, options = EVEN): string[] {
  return findValues(index, typed, options).map(({ value }) => value.id);
}

describe('findValues', () => {
  it.each([
    ['dg home', ['home']],
    ['HOME DG', ['home']],
    ['home', ['homes', 'home']],
    ['dg', ['home', 'near']],
    ['europaischen rat', ['council']],
    ['feu', []],
    ['办公', ['office']],
    ['ouncil', []],
    ['…!', []],
    ['', []],
  ])('finds what %j names', (typed, found) => {
    expect(ids(typed)).toEqual(found);
  });

  it('says by which name it found a value', () => {
    const nameOf = (typed: string) => findValues(INDEX, typed, EVEN)[0]?.name;
    expect(nameOf('dg home')).toBe('DG HOME');
    expect(nameOf('dg')).toBe('DG Migration and Home Affairs (HOME)');
    expect(nameOf('rat der')).toBe('Rat der Europäischen Union');
    // The words are spread over two names.
    expect(nameOf('council union')).toBe('Council');
  });

  it('puts the heavier of two equal fits first, and stops at the limit', () => {
    const weightOf = ({ position }: { position: number }) => position;
    expect(ids('dg', INDEX, { limit: 10, weightOf })).toEqual(['near', 'home']);
    expect(ids('dg', INDEX, { limit: 1, weightOf })).toEqual(['near']);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'É', 'e', '新', '-'), minLength: 1, maxLength: 3 });
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' '));
  const value = fc.record({ label: name, short: name, aliases: fc.array(name, { maxLength: 2 }) });

  it('finds each value that has all typed words, and no other', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), name, (made, typed) => {
        const values = made.map((fields, i) => ({ id: `v${i}`, ...fields }));
        const expected = values.filter(({ label, short, aliases }) =>
          wordsOf(typed).every(start =>
            [label, short, ...aliases].flatMap(wordsOf).some(full => hasBeginning(full, start)),
          ),
        );
        const found = ids(typed, indexOf([{ id: 'f', label: 'F', values }]), EVEN);
        expect(found.toSorted()).toEqual(wordsOf(typed).length === 0 ? [] : expected.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('is built in steps that are short for large datasets, too', () => {
    const values = Array.from({ length: 5000 }, (_, i) => ({ id: `v${i}`, label: `Value ${i}` }));
    const steps = indexValues([{ id: 'f', label: 'F', values }], inEnglish);
    expect(steps.next().done).toBe(false);
    expect(steps.next().done).toBe(false);
    expect(steps.next().value).toHaveLength(5000);
  });
});

describe('offerFor', () => {
  const offered = (typed: string) => {
    const offer = offerFor(typed, text => findValues(INDEX, text, EVEN));
    return offer && [offer.rest, ...offer.found.map(({ value }) => value.id)];
  };

  it.each([
    ['dg home', ['', 'home']],
    ['border DG Home', ['border', 'home']],
    ['border police', null],
    ['-border firearms', ['-border', 'firearms']],
    ['border -firearms', null],
    ['"dg home', null],
    ['', null],
    ['a b c d e f g h firearms', null],
  ])('offers the values that the end of %j names', (typed, expected) => {
    expect(offered(typed)).toEqual(expected);
  });
});
