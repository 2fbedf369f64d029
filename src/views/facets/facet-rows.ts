import { wordsOf } from '../../lib/fold';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import type { FacetChoice } from '../../model/view';

/** A facet with no more values than this is shown whole, trees opened. */
export const SHORT_FACET = 12;

/** What a long facet shows before "more". */
const FIRST_TOPS = 5;
const FEW_TOPS = 8;

/** A facet with more values than this has a search of its own once all of it is shown. */
export const SEARCH_FROM = 15;

export interface FacetRow {
  value: FacetValue;
  /** Position in the facet, where its count stands. */
  index: number;
  depth: number;
  isParent: boolean;
  isExpanded: boolean;
}

export interface Disclosure {
  showAll: boolean;
  search: string;
  /** Parents opened or closed by hand; the others follow their default. */
  toggled: ReadonlyMap<string, boolean>;
}

/** The rows of a facet as disclosed, and how many top values are held back. Chosen values are never held back. */
export function facetRows(
  facet: Facet,
  choice: FacetChoice,
  { showAll, search, toggled }: Disclosure,
  labelOf: (value: FacetValue) => string,
): { rows: FacetRow[]; held: number } {
  const parents = new Set(facet.values.map(value => value.broader));
  const chosen = new Set([...choice.include, ...choice.exclude].filter(id => id !== NONE));
  const above = aboveOf(facet, chosen);
  const found = search.trim() === '' ? null : aboveOf(facet, matching(facet, search, labelOf), true);
  const isShort = facet.values.length <= SHORT_FACET;
  const tops = facet.values.filter(value => value.broader === undefined);
  const first = tops.slice(0, showAll || isShort || tops.length <= FEW_TOPS ? undefined : FIRST_TOPS);
  const shown = new Set(found ?? [...first.map(({ id }) => id), ...chosen, ...above]);

  const rows: FacetRow[] = [];
  const depths = new Map<string, number>();
  const expanded = new Set<string>();
  facet.values.forEach((value, index) => {
    const { id, broader } = value;
    const isVisible = found
      ? found.has(id)
      : broader === undefined
        ? shown.has(id)
        : depths.has(broader) && (expanded.has(broader) || chosen.has(id) || above.has(id));
    if (!isVisible) return;
    const depth = broader === undefined ? 0 : (depths.get(broader) ?? 0) + 1;
    const isExpanded = toggled.get(id) ?? (isShort || found !== null);
    depths.set(id, depth);
    if (isExpanded) expanded.add(id);
    rows.push({ value, index, depth, isParent: parents.has(id), isExpanded });
  });
  return { rows, held: found ? 0 : tops.filter(({ id }) => !shown.has(id)).length };
}

/** The values above these, and with `self` these too. */
function aboveOf(facet: Facet, ids: ReadonlySet<string>, self = false): Set<string> {
  const broader = new Map(facet.values.map(value => [value.id, value.broader]));
  const above = new Set(self ? ids : []);
  for (const id of ids) {
    for (let at = broader.get(id); at !== undefined && !above.has(at); at = broader.get(at)) above.add(at);
  }
  return above;
}

function matching(facet: Facet, search: string, labelOf: (value: FacetValue) => string): Set<string> {
  const wanted = wordsOf(search);
  const matches = facet.values.filter(value => {
    const words = wordsOf(labelOf(value));
    return wanted.every(start => words.some(word => word.startsWith(start)));
  });
  return new Set(matches.map(({ id }) => id));
}

/** The choice with a value ticked or cleared; ticking what was excluded takes the exclusion away first. */
export function toggled(choice: FacetChoice, value: string): FacetChoice {
  const without = (ids: readonly string[]) => ids.filter(id => id !== value);
  if (choice.exclude.includes(value)) return { ...choice, exclude: without(choice.exclude) };
  if (choice.include.includes(value)) return settled({ ...choice, include: without(choice.include) });
  return { ...choice, include: [...choice.include, value] };
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
