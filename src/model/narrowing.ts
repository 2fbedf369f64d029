import type { Facet } from './dataset';
import { facetTree } from './facet-tree';
import { pathOf } from './tree-walks';
import type { FacetChoice } from './view';

/**
 * Returns a choice that selects exactly those activities of `choice` that also have `value`. Returns null if no choice
 * can express this. For example, none can express "(a or b) and c", unless c is above or below a or b.
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
