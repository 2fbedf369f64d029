import type { Facet } from './dataset';
import { facetTree } from './facet-tree';
import { pathOf } from './tree-walks';
import type { FacetChoice } from './view';

/**
 * The choice that keeps, of what a choice lets through, exactly what has a value. Null where links have no words for it:
 * "any of a or b, and c as well", unless c says something about a and b.
 */
export function narrowedTo(facet: Facet, choice: FacetChoice, value: string): FacetChoice | null {
  const { include, mode } = choice;
  const tree = facetTree(facet);
  const path = pathOf(tree, value);
  const isImplied = (id: string) => pathOf(tree, id).includes(value);
  const implies = (id: string) => path.includes(id);
  if (include.length === 0) return { ...choice, include: [value], mode: 'any' };
  if (mode === 'all' || include.length === 1) {
    if (include.some(isImplied)) return choice;
    const kept = include.filter(id => !implies(id));
    return { ...choice, include: [...kept, value], mode: kept.length > 0 ? 'all' : 'any' };
  }
  if (include.some(implies)) return { ...choice, include: [value] };
  return include.every(isImplied) ? choice : null;
}
