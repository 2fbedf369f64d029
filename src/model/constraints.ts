import { getOwn } from '../lib/get-own';
import type { Constraint } from './answer';
import { askedText } from './asked-text';
import { type FacetChoice, type View, withChoice } from './view';

export function constraintsOf(
  facets: Readonly<Record<string, FacetChoice>>,
  text: string,
  hasWindow: boolean,
): Constraint[] {
  const constraints: Constraint[] = [];
  for (const [facet, { include, exclude }] of Object.entries(facets)) {
    for (const value of include) constraints.push({ kind: 'value', facet, value, excluded: false });
    for (const value of exclude) constraints.push({ kind: 'value', facet, value, excluded: true });
  }
  if (askedText(text)) constraints.push({ kind: 'text' });
  if (hasWindow) constraints.push({ kind: 'window' });
  return constraints;
}

export function constraintsOfView(view: View): Constraint[] {
  return constraintsOf(view.facets, view.q, view.from !== null || view.to !== null);
}

export function choiceWithout(choice: FacetChoice, value: string, excluded: boolean): FacetChoice {
  const keep = (ids: readonly string[]) => ids.filter(id => id !== value);
  return excluded ? { ...choice, exclude: keep(choice.exclude) } : { ...choice, include: keep(choice.include) };
}

/** Returns the change to the view that removes a constraint. */
export function removal(view: View, constraint: Constraint): Partial<View> {
  switch (constraint.kind) {
    case 'text':
      return { q: '' };
    case 'window':
      return { from: null, to: null };
    case 'value': {
      const choice = getOwn(view.facets, constraint.facet);
      if (!choice) return {};
      const left = choiceWithout(choice, constraint.value, constraint.excluded);
      const isEmpty = left.include.length + left.exclude.length === 0;
      return { facets: withChoice(view, constraint.facet, isEmpty ? { ...left, mode: 'any' } : left) };
    }
  }
}
