import { describe, expect, it } from 'vitest';
import { colouringOf } from '../../src/model/colour';
import { offeredValues, withValueAt } from '../../src/panels/colour-slots';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';

describe('withValueAt', () => {
  it.each([
    ['another value takes the place', ['a', 'b', 'c'], 1, 'x', 'a x c'],
    ['a coloured value changes places', ['a', 'b', 'c'], 0, 'c', 'c b a'],
    ['the same value changes nothing', ['a', 'b'], 1, 'b', 'a b'],
    ['no value leaves the others', ['a', 'b', 'c'], 1, '', 'a c'],
    ['a value for a colour without one is added', ['a'], 1, 'b', 'a b'],
    ['a coloured value moves to a colour without one', ['a', 'b'], 2, 'a', 'b a'],
  ])('%s', (_, values, slot, value, expected) => {
    expect(withValueAt(values, slot, value).join(' ')).toBe(expected);
  });
});

function offered(picture: string, values: string[]): string {
  const { open } = openDocument(textDataset(picture));
  const colouring = colouringOf({ facet: 'who', values }, open);
  if (!colouring) throw new Error('nothing is coloured');
  return offeredValues(colouring, open.counts)
    .map(({ value, depth, count }) => `${'.'.repeat(depth)}${value.id} ${count}`)
    .join(', ');
}

describe('offeredValues', () => {
  it('are those with activities, in the order of the tree, and those with a colour', () => {
    const picture = `
      who
        court
        commission
          trade
          home
        council
        parliament
      2017 a #who:home
      2017 b #who:parliament`;
    expect(offered(picture, ['council'])).toBe('commission 1, .home 1, council 0, parliament 1');
  });

  it('are the most frequent ones of very many', () => {
    const ids = [...Array(310).keys()].map(i => `v${i}`);
    const picture = `who\n${ids.map(id => `  ${id}`).join('\n')}\n${ids.map(id => `2017 one ${id} #who:${id}`).join('\n')}\n2018 b #who:v309`;
    const found = offered(picture, ['v308']).split(', ');
    expect(found).toHaveLength(301);
    expect(found.slice(-2)).toEqual(['v308 1', 'v309 2']);
  });
});
