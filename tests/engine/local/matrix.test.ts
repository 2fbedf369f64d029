import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getOwn } from '../../../src/lib/get-own';
import type { Matrix, Tally } from '../../../src/model/answer';
import { narrowedTo } from '../../../src/model/narrowing';
import { arbitraryQuestion } from '../../fixtures/arbitrary-query';
import { askedBy } from '../../fixtures/ask';
import { answer } from '../../fixtures/ask-index';
import { openDocument } from '../../fixtures/dataset-document';
import { drawn } from '../../fixtures/drawn';
import type { Query } from '../../fixtures/query';
import { SIX_ACTIVITIES } from '../../fixtures/six-activities';
import { textDataset } from '../../fixtures/text-dataset';
import { oracleOf } from './oracle';

type Axes = NonNullable<Query['matrix']>;

function everyMatrix(
  check: (given: {
    query: Query & { matrix: Axes };
    matrix: Matrix;
    opened: ReturnType<typeof openDocument>;
    oracle: ReturnType<typeof oracleOf>;
  }) => void,
): void {
  const property = fc.property(arbitraryQuestion, ({ document, dates, query }) => {
    const opened = openDocument(document);
    const { matrix } = answer(opened.index, query);
    expect(matrix === null).toBe(query.matrix === null);
    if (!matrix || !query.matrix) return;
    check({ query: { ...query, matrix: query.matrix }, matrix, opened, oracle: oracleOf(document, dates) });
  });
  fc.assert(property, { numRuns: 300 });
}

/** A tally of first days. The first and last bin include days outside of all bins; an infinite day is in no bin. */
function tallyOf(days: readonly number[], edges: readonly number[]): Tally {
  const bins = edges.slice(1).map(() => 0);
  for (const day of days) {
    if (day === Number.POSITIVE_INFINITY) continue;
    const ends = edges.slice(1).findIndex(end => day < end);
    const bin = ends < 0 ? bins.length - 1 : ends;
    if (bin >= 0) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return { count: days.length, bins };
}

describe('matrix', () => {
  it('counts in every cell, line and bin what has both values', () => {
    everyMatrix(({ query, matrix: { rows, columns, edges, all, cells }, oracle }) => {
      expect(all).toEqual(tallyOf(oracle.firstDays(query, []), edges));
      for (const { facet, lines } of [rows, columns]) {
        for (const { value, isParent, ...tally } of lines) {
          expect(tally).toEqual(tallyOf(oracle.firstDays(query, [[facet, value]]), edges));
        }
      }
      const expected = rows.lines.map(row =>
        columns.lines.map(column => {
          const both = oracle.firstDays(query, [
            [rows.facet, row.value],
            [columns.facet, column.value],
          ]);
          return both.length > 0 ? tallyOf(both, edges) : null;
        }),
      );
      expect(cells).toEqual(expected);
    });
  });

  it('shows every value with activities that is wanted and not held back, the heaviest of each level', () => {
    everyMatrix(({ query, matrix, opened: { dataset }, oracle }) => {
      for (const side of ['rows', 'columns'] as const) {
        const { facet: id, opened, limit } = query.matrix[side];
        const { lines, hiddenCount } = matrix[side];
        const { values } = dataset.facets.find(facet => facet.id === id) ?? { values: [] };
        const shown = new Set(lines.map(({ value }) => value));
        const withSome = values.filter(value => oracle.within(query, id, value.id) > 0);
        const isWanted = (above: string | undefined) =>
          above === undefined || (shown.has(above) && opened.includes(above));
        const wanted = withSome.filter(({ broader }) => isWanted(broader));
        const expectedNone = oracle.within(query, id, '_none') > 0 ? ['_none'] : [];
        expect(hiddenCount).toBe(wanted.filter(value => !shown.has(value.id)).length);
        expect([...shown]).toEqual([
          ...wanted.map(value => value.id).filter(value => shown.has(value)),
          ...expectedNone,
        ]);
        for (const left of wanted.filter(value => !shown.has(value.id))) {
          const siblings = wanted.filter(({ id: other, broader }) => broader === left.broader && shown.has(other));
          const min = Math.min(...siblings.map(sibling => oracle.within(query, id, sibling.id)));
          expect(siblings).toHaveLength(limit);
          expect(oracle.within(query, id, left.id)).toBeLessThanOrEqual(min);
        }
        for (const { value, isParent } of lines) {
          expect(isParent).toBe(withSome.some(({ broader }) => broader === value));
        }
      }
    });
  });

  it('agrees with the number beside a value wherever its facet chooses nothing', () => {
    everyMatrix(({ query, matrix, opened: { index, dataset } }) => {
      const { counts } = answer(index, query);
      for (const { facet: id, lines } of [matrix.rows, matrix.columns]) {
        if (getOwn(query.facets, id)) continue;
        const { values } = dataset.facets.find(facet => facet.id === id) ?? { values: [] };
        const beside = counts.find(({ facet }) => facet === id);
        for (const { value, count } of lines) {
          const place = values.findIndex(candidate => candidate.id === value);
          expect(count).toBe(place < 0 ? beside?.none : beside?.counts[place]);
        }
      }
    });
  });

  it('opens by every cell and line exactly as many as it counts, where a link has words for them', () => {
    everyMatrix(({ query, matrix, opened: { index, dataset } }) => {
      const nothing = { include: [], exclude: [], mode: 'any' as const };
      const narrowed = (facets: Query['facets'], id: string, value: string): Query['facets'] | null => {
        const facet = dataset.facets.find(candidate => candidate.id === id);
        const choice = facet && narrowedTo(facet, getOwn(facets, id) ?? nothing, value);
        return choice ? { ...facets, [id]: choice } : null;
      };
      const totalOf = (facets: Query['facets']) => answer(index, { ...query, facets, matrix: null }).total;
      matrix.rows.lines.forEach((row, r) => {
        const ofRow = narrowed(query.facets, matrix.rows.facet, row.value);
        if (ofRow) expect(totalOf(ofRow)).toBe(row.count);
        matrix.columns.lines.forEach((column, c) => {
          const ofBoth = ofRow && narrowed(ofRow, matrix.columns.facet, column.value);
          if (ofBoth) expect(totalOf(ofBoth)).toBe(matrix.cells[r]?.[c]?.count ?? 0);
        });
      });
    });
  });
});

function matrixPicture(link: string, opened: readonly string[] = [], limit = 10): string {
  const document = openDocument(textDataset(SIX_ACTIVITIES));
  const rows = { facet: 'region', opened, limit };
  const matrix = { rows, columns: { facet: 'theme', opened: [], limit: 10 }, edges: [] };
  const given = answer(document.index, { ...askedBy(link, document), matrix }).matrix;
  if (!given) return '';
  return [
    `all ${given.all.count}: ${given.columns.lines.map(({ value, count }) => `${value} ${count}`).join(', ')}`,
    ...given.rows.lines.map(
      ({ value, count }, r) => `${value} ${count}: ${given.cells[r]?.map(cell => cell?.count ?? '·').join(' ')}`,
    ),
    ...(given.rows.hiddenCount > 0 ? [`hidden ${given.rows.hiddenCount}`] : []),
  ].join('\n');
}

describe('the lines of a matrix', () => {
  it('are the top values that have activities, and none', () => {
    expect(matrixPicture('')).toBe(
      drawn(`
        all 6: drugs 3, borders 3, _none 1
        africa 3: 2 2 ·
        asia 1: · 1 ·
        _none 2: 1 · 1
      `),
    );
  });

  it('are joined by those below an opened value', () => {
    expect(matrixPicture('?theme=-_none', ['africa', 'asia'])).toBe(
      drawn(`
        all 5: drugs 3, borders 3
        africa 3: 2 2
        mali 2: 2 1
        kenya 1: 1 ·
        asia 1: · 1
        _none 1: 1 ·
      `),
    );
  });

  it('say the number of the selection where their own facet is chosen from', () => {
    expect(matrixPicture('?theme=drugs')).toBe(
      drawn(`
        all 3: drugs 3, borders 1
        africa 2: 2 1
        _none 1: 1 ·
      `),
    );
  });

  it('are the heaviest where there are more than wanted', () => {
    expect(matrixPicture('', ['africa'], 1)).toBe(
      drawn(`
        all 6: drugs 3, borders 3, _none 1
        africa 3: 2 2 ·
        mali 2: 2 1 ·
        _none 2: 1 · 1
        hidden 2
      `),
    );
  });
});

it('is not counted again when the question repeats', () => {
  const document = openDocument(textDataset(SIX_ACTIVITIES));
  const axis = (facet: string) => ({ facet, opened: [], limit: 9 });
  const matrix = { rows: axis('region'), columns: axis('theme'), edges: [] };
  const query = { ...askedBy('?theme=drugs', document), matrix };
  const first = answer(document.index, query).matrix;
  expect(answer(document.index, { ...query, sort: 'title' }).matrix).toBe(first);
  expect(answer(document.index, { ...query, text: 'a' }).matrix).not.toBe(first);
});
