import type { FacetChoice } from '../../model/view';

/** The choice with several values ticked, or all of them cleared. None of them stays excluded. */
export function rangeToggled(choice: FacetChoice, values: readonly string[], isTicked: boolean): FacetChoice {
  const others = choice.include.filter(id => !values.includes(id));
  const exclude = choice.exclude.filter(id => !values.includes(id));
  return settled({ ...choice, include: isTicked ? [...others, ...values] : others, exclude });
}

/** What lies from one id to another in a list, both included, whichever comes first; null when one is not in it. */
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

/** With fewer than two values to have, "any of" and "all of" are the same. */
function settled(choice: FacetChoice): FacetChoice {
  return choice.include.length < 2 ? { ...choice, mode: 'any' } : choice;
}
