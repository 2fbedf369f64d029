import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facet, FacetValue } from '../../src/model/dataset';
import { countOf, facetTree } from '../../src/model/facet-tree';
import { descendantsOf, inTreeOrder, pathOf } from '../../src/model/tree-walks';

/** Random forests, in any order, some values having an unknown `broader`. */
const arbitraryValues = fc
  .array(fc.record({ above: fc.option(fc.nat(20)), rank: fc.nat() }), { maxLength: 20 })
  .map(drafts =>
    drafts
      .map(({ above, rank }, i) => ({
        rank,
        value: {
          id: `v${i}`,
          label: `V${i}`,
          ...(above === 20 && { broader: 'not-there' }),
          ...(above !== null && above < i && { broader: `v${above}` }),
        } satisfies FacetValue,
      }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ value }): FacetValue => value),
  );

/** The same queries, answered by a linear search. */
function naive(values: readonly FacetValue[]) {
  const parentOf = (id: string) => {
    const broader = values.find(value => value.id === id)?.broader;
    return values.some(value => value.id === broader) ? broader : undefined;
  };
  const childrenOf = (id?: string) => values.filter(value => parentOf(value.id) === id);
  const pathOf = (id: string): string[] => {
    const parent = parentOf(id);
    return parent === undefined ? [id] : [id, ...pathOf(parent)];
  };
  const below = (id: string): string[] => [id, ...childrenOf(id).flatMap(value => below(value.id))];
  return { parentOf, childrenOf, pathOf, below };
}

describe('facetTree', () => {
  it('agrees with a walk over all values about parents, children, paths, descendants and order', () => {
    fc.assert(
      fc.property(arbitraryValues, values => {
        const tree = facetTree({ values });
        const slow = naive(values);
        expect(tree.tops).toEqual(slow.childrenOf());
        for (const [i, { id }] of values.entries()) {
          expect(tree.positions.get(id)).toBe(i);
          expect(tree.parentOf(id)).toBe(slow.parentOf(id));
          expect(values[tree.above[i] ?? -1]?.id).toBe(slow.parentOf(id));
          expect(tree.childrenOf(id)).toEqual(slow.childrenOf(id));
          expect(pathOf(tree, id)).toEqual(slow.pathOf(id));
          expect(descendantsOf(tree, id)).toEqual(slow.below(id));
        }
        expect(inTreeOrder(tree).map(({ id }) => id)).toEqual(tree.tops.flatMap(({ id }) => slow.below(id)));
      }),
    );
  });

  it('sorts the values right below each one, and holds the rest of the order', () => {
    fc.assert(
      fc.property(arbitraryValues, values => {
        const reversed = (siblings: readonly FacetValue[]) => siblings.toReversed();
        const slow = naive(values.toReversed());
        const wanted = slow.childrenOf().flatMap(({ id }) => slow.below(id));
        const tree = facetTree({ values });
        expect(inTreeOrder(tree, tree.tops, reversed).map(({ id }) => id)).toEqual(wanted);
      }),
    );
  });

  it('is made once for each facet', () => {
    const facet: Facet = { id: 'a', label: 'A', values: [{ id: 'x', label: 'X' }] };
    expect(facetTree(facet)).toBe(facetTree({ ...facet }));
  });

  it('takes an id that the facet does not have for a value alone, with no activity', () => {
    const tree = facetTree({ values: [{ id: 'x', label: 'X' }] });
    expect(tree.parentOf('y')).toBeUndefined();
    expect(tree.childrenOf('y')).toEqual([]);
    expect(pathOf(tree, 'y')).toEqual(['y']);
    expect(descendantsOf(tree, 'y')).toEqual(['y']);
    expect(countOf(tree, [7], 'y')).toBe(0);
    expect(countOf(tree, [7], 'x')).toBe(7);
  });
});
