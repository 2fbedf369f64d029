import { describe, expect, it } from 'vitest';
import { narrowedTo } from '../../src/model/narrowing';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';

const [facet] = openDocument(textDataset('region\n  africa\n    mali\n    kenya\n  asia\n  europe')).dataset.facets;

describe('narrowedTo', () => {
  it.each([
    ['', 'any', 'mali', 'mali any'],
    ['mali', 'any', 'mali', 'mali any'],
    ['mali', 'any', 'africa', 'mali any'],
    ['africa', 'any', 'mali', 'mali any'],
    ['asia', 'any', 'mali', 'asia mali all'],
    ['africa asia', 'any', 'asia', 'asia any'],
    ['africa asia', 'any', 'mali', 'mali any'],
    ['kenya mali', 'any', 'africa', 'kenya mali any'],
    ['africa asia', 'any', 'europe', null],
    ['asia mali', 'any', 'africa', null],
    ['africa asia', 'all', 'mali', 'asia mali all'],
    ['asia mali', 'all', 'africa', 'asia mali all'],
    ['asia mali', 'all', 'europe', 'asia mali europe all'],
    ['', 'any', '_none', '_none any'],
  ] as const)('keeps of "%s" (%s) what has %s: %s', (include, mode, value, expected) => {
    const choice = { include: include.split(' ').filter(Boolean), exclude: ['x'], mode };
    const given = facet && narrowedTo(facet, choice, value);
    expect(given && [...given.include, given.mode].join(' ')).toBe(expected);
    if (given) expect(given.exclude).toEqual(['x']);
  });
});
