import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSameHeader, type Reading, ROLES, withRole } from '../../src/model/reading';

const arbitraryReading: fc.Arbitrary<Reading> = fc
  .array(fc.record({ name: fc.string(), as: fc.constantFrom(...ROLES) }), { minLength: 1, maxLength: 8 })
  .map(columns => ({ format: 'chronofacet-reading/1', header: 1, columns, skip: [] }));

describe('the reading with another role', () => {
  it('gives the column its role, and leaves no other column with a role that only one can have', () => {
    fc.assert(
      fc.property(arbitraryReading, fc.nat(), fc.constantFrom(...ROLES), (reading, at, role) => {
        const index = at % reading.columns.length;
        const { columns } = withRole(reading, index, role);
        expect(columns[index]).toMatchObject({ name: reading.columns[index]?.name, as: role });
        expect(hasSameHeader(reading, { columns })).toBe(true);
        const others = columns.filter((_, i) => i !== index).map(({ as }) => as);
        if (!['coordinates', 'link', 'facet', 'note', 'ignore'].includes(role)) expect(others).not.toContain(role);
        if (role === 'date') expect(others.filter(as => as === 'start' || as === 'end')).toEqual([]);
        if (role === 'start' || role === 'end') expect(others).not.toContain('date');
      }),
    );
  });

  it('makes the date the first day when another column becomes the last day', () => {
    const reading: Reading = {
      format: 'chronofacet-reading/1',
      header: 1,
      columns: [
        { name: 'when', as: 'date' },
        { name: 'till', as: 'note' },
      ],
      skip: [],
    };
    expect(withRole(reading, 1, 'end').columns.map(({ as }) => as)).toEqual(['start', 'end']);
  });

  it('splits the cells of a facet at the given separator', () => {
    const reading: Reading = {
      format: 'chronofacet-reading/1',
      header: 1,
      columns: [{ name: 'a', as: 'note' }],
      skip: [],
    };
    expect(withRole(reading, 0, 'facet', ';').columns).toEqual([{ name: 'a', as: 'facet', split: ';' }]);
    expect(withRole(reading, 0, 'facet').columns).toEqual([{ name: 'a', as: 'facet' }]);
  });
});
