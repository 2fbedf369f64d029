import type { FacetChoice } from '../../model/view';

/** Includes all of `values` in the choice (`isTicked`), or none of them. Removes exclusions of these values. */
export function rangeToggled(choice: FacetChoice, values: readonly string[], isTicked: boolean): FacetChoice {
  const others = choice.include.filter(id => !values.includes(id));
  const exclude = choice.exclude.filter(id => !values.includes(id));
  return settled({ ...choice, include: isTicked ? [...others, ...values] : others, exclude });
}

/** Returns the part of `ids` from one id to another, both included. Null if `ids` lacks either id. */
export function between(ids: readonly string[], one: string, other: string): readonly string[] | null {
  const places = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b);
  const [first = -1, last = -1] = places;
  return first < 0 ? null : ids.slice(first, last + 1);
}

export function onlyThis(value: string): FacetChoice {
  return { include: [value], exclude: [], mode: 'any' };
}

export function excluding(choice: FacetChoice, value: string): FacetChoice {
  return settled({
    ...choice,
    include: choice.include.filter(id => id !== value),
    exclude: [...choice.exclude, value],
  });
}

/** Resets the mode to "any of" if fewer than two values are included, because then both modes mean the same. */
function settled(choice: FacetChoice): FacetChoice {
  return choice.include.length < 2 ? { ...choice, mode: 'any' } : choice;
}
