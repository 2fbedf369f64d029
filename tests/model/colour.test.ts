import { describe, expect, it } from 'vitest';
import { colouringOf, colourProblems, coloursOf, pickedBy } from '../../src/model/colour';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';

const { open } = openDocument(
  textDataset(`
    who
      council
      commission
        home
        trade
      court
      parliament
    place
      world
        africa
        asia
    empty
    2017 a #who:home #place:africa
    2017 b #who:trade #who:parliament #place:asia
    2017 c #who:home #place:asia
    2017 d #who:council #who:parliament #who:trade
    2017 e
    2017 f
    2017 g
    2017 h`),
);

function picked(facet: string, values: string[] | null = null): string | null {
  return (
    colouringOf({ facet, values }, open)
      ?.values.map(({ id }) => id)
      .join(' ') ?? null
  );
}

describe('colouringOf', () => {
  it.each([
    ['the values with the most activities, not those without any', 'who', null, 'commission parliament council'],
    ['the highest level that has several values', 'place', null, 'asia africa'],
    ['the named values in the order of the link', 'who', ['parliament', 'home', 'court'], 'parliament home court'],
    ['the first three of more', 'who', ['court', 'home', 'trade', 'council'], 'court home trade'],
    ['only the known ones of the named values', 'who', ['atlantis', 'constructor', 'home', '_none'], 'home'],
    ['the most frequent values where it knows none', 'place', ['atlantis'], 'asia africa'],
    ['nothing of a facet without values', 'empty', null, null],
    ['nothing of an unknown facet', 'constructor', ['home'], null],
  ])('picks out %s', (_, facet, values, expected) => {
    expect(picked(facet, values)).toBe(expected);
  });

  it('is null without a choice', () => {
    expect(colouringOf(null, open)).toBeNull();
  });
});

describe('colourProblems', () => {
  it.each([
    ['who', null, []],
    ['who', ['home', 'court'], []],
    ['atlantis', ['home'], ['unknownFacet atlantis']],
    ['empty', null, ['unknownFacet empty']],
    ['who', ['x', 'home', '_none'], ['unknownValues x, _none']],
    ['who', ['x', 'home', 'trade', 'court'], ['unknownValues x']],
    ['who', ['home', 'trade', 'court', 'council'], ['tooMany home, trade, court, council']],
  ])('says of %s %j what it can not follow', (facet, values, expected) => {
    const problems = colourProblems({ facet, values }, open.head);
    expect(problems.map(({ kind, found }) => `${kind} ${found}`)).toEqual(expected);
  });

  it('has nothing to say without a choice', () => {
    expect(colourProblems(null, open.head)).toEqual([]);
  });
});

describe('the colours of an activity', () => {
  const colouring = colouringOf({ facet: 'who', values: ['commission', 'parliament', 'council'] }, open);
  if (!colouring) throw new Error('nothing is coloured');

  it.each([
    [['home'], [0], [0]],
    [
      ['parliament', 'trade'],
      [0, 1],
      [0, 1],
    ],
    [
      ['council', 'parliament', 'trade'],
      [0, 1, 2],
      [0, 1],
    ],
    [
      ['council', 'parliament'],
      [1, 2],
      [1, 2],
    ],
    [['court'], [], []],
    [[], [], []],
    [['constructor'], [], []],
  ])('are for %j those of its values and of the values above, at most two', (tags, all, drawn) => {
    expect(pickedBy(colouring, { who: tags, place: ['parliament'] })).toEqual(all);
    expect(coloursOf(colouring, { who: tags })).toEqual(drawn);
  });

  it('are none where it has no value of the facet', () => {
    expect(coloursOf(colouring, { place: ['commission'] })).toEqual([]);
  });
});
