import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../src/model/answer';
import { byCountry } from '../../../src/panels/map/named-places';

const ROW = fc.option(fc.option(fc.constantFrom('US', 'DK', 'FR'), { nil: undefined }), { nil: null }).map(
  (country, i = 0): Omit<ActivityRow, 'id'> => ({
    date: '2018',
    earliest: i,
    latest: i,
    title: 'A title',
    tags: {},
    form: { kind: 'period', isDoubtful: false, openStart: false, openEnd: false },
    ...(country !== null && { place: { name: 'A place', ...(country !== undefined && { country }) } }),
  }),
);

describe('byCountry', () => {
  it('has every activity with a place once, under its country, the largest group first', () => {
    fc.assert(
      fc.property(fc.array(ROW), rows => {
        const own = rows.map((row, i) => ({ ...row, id: `a${i}` }));
        const groups = byCountry(own);
        for (const { code, rows: group } of groups) {
          expect(group).toEqual(own.filter(({ place }) => place && (place.country ?? null) === code));
        }
        expect(groups.flatMap(group => group.rows)).toHaveLength(own.filter(({ place }) => place).length);
        const named = groups.filter(({ code }) => code !== null).map(group => group.rows.length);
        expect(named).toEqual([...named].sort((a, b) => b - a));
        if (groups.some(({ code }) => code === null)) expect(groups.at(-1)?.code).toBeNull();
      }),
    );
  });
});
