import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFacetCells, createFacetColumn } from '../../../src/formats/table/facet-column';
import type { ReadingColumn } from '../../../src/model/reading';
import { createFacetRowByRow } from './facet-row-by-row';

const cell = (parts: readonly string[], separator: string) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 3 }).map(found => found.join(separator));

const labels = cell(['Red', 'red', 'Réd', 'Deep blue', 'A; B', 'A', 'B'], '; ');
const ids = cell(['red', 'red-2', 'deep-blue', 'a', 'b', 'Not a slug'], ';');
const paths = cell(['Warm > Red', 'Cold > Deep blue', 'Cold > red', 'A > B', 'A', 'A; B'], '; ');

/** A table with a facet of labels, and perhaps its ids and paths. Few different cells, so that most rows repeat some. */
const tables = fc.record({
  split: fc.constantFrom(undefined, ';', ','),
  join: fc.boolean(),
  others: fc.constantFrom([], ['Colour_id'], ['Colour_id', 'Colour_path']),
  rows: fc.array(fc.tuple(labels, ids, paths), { maxLength: 30 }),
});

describe('a facet column', () => {
  it('says the same of every row as if each row were read by itself', () => {
    fc.assert(
      fc.property(tables, ({ split, join, others, rows }) => {
        const column: ReadingColumn = { name: 'Colour', as: 'facet', ...(split && { split }), ...(join && { join }) };
        const columns = [column, ...others.map((name): ReadingColumn => ({ name, as: 'ignore' }))];
        const all = rows.map(cells => ({ cells: cells.slice(0, columns.length) }));
        const given = { column, index: 0, columns, id: 'colour' };
        const found = createFacetCells(given);
        for (const { cells } of all) found.add(cells);
        const [fast, slow] = [
          createFacetColumn({ ...given, cells: found }),
          createFacetRowByRow({ ...given, rows: all }),
        ];
        all.forEach(({ cells }, i) => {
          expect(fast.tagsOf(i, i + 2)).toEqual(slow.tagsOf(cells, i + 2));
        });
        expect(fast.facetOf()).toEqual(slow.facetOf());
        expect(fast.notes).toEqual(slow.notes);
      }),
    );
  });
});
