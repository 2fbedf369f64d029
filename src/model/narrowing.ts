import type { Facet } from './dataset';
import type { FacetChoice } from './view';

/**
 * The choice that keeps, of what a choice lets through, exactly what has a value. Null where links have no words for it:
 * "any of a or b, and c as well", unless c says something about a and b.
 */
export function narrowedTo(facet: Facet, choice: FacetChoice, value: string): FacetChoice | null {
  const { include, mode } = choice;
  const isImplied = (id: string) => isAtOrBelow(facet, id, value);
  const implies = (id: string) => isAtOrBelow(facet, value, id);
  if (include.length === 0) return { ...choice, include: [value], mode: 'any' };
  if (mode === 'all' || include.length === 1) {
    if (include.some(isImplied)) return choice;
    const kept = include.filter(id => !implies(id));
    return { ...choice, include: [...kept, value], mode: kept.length > 0 ? 'all' : 'any' };
  }
  if (include.some(implies)) return { ...choice, include: [value] };
  return include.every(isImplied) ? choice : null;
}

function isAtOrBelow({ values }: Facet, id: string, above: string): boolean {
  for (let at: string | undefined = id; at !== undefined; at = values.find(value => value.id === at)?.broader) {
    if (at === above) return true;
  }
  return false;
}
