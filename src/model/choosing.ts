import { choiceWithout } from './constraints';
import type { FacetChoice } from './view';

/**
 * Returns the choice with a value added, or removed if it is included. For an excluded value, only the exclusion is
 * removed.
 */
export function toggled(choice: FacetChoice, value: string): FacetChoice {
  if (choice.exclude.includes(value)) return choiceWithout(choice, value, true);
  if (!choice.include.includes(value)) return { ...choice, include: [...choice.include, value] };
  const left = choiceWithout(choice, value, false);
  return left.include.length < 2 ? { ...left, mode: 'any' } : left;
}

/** Returns the choice with a value included. The value is no longer excluded. */
export function including(choice: FacetChoice, value: string): FacetChoice {
  const { exclude, include } = choiceWithout(choice, value, true);
  return { ...choice, exclude, include: include.includes(value) ? include : [...include, value] };
}
