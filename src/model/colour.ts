import { getOwn } from '../lib/get-own';
import type { FacetCount } from './answer';
import { type DatasetHead, type Facet, type FacetValue, hasValues } from './dataset';
import { countOf, facetTree } from './facet-tree';
import { pathOf } from './tree-walks';
import type { ColourChoice } from './view';

/** The maximum number of values with a colour of their own. Activities without such a value are grey. */
export const MOST_COLOURS = 3;

/** The maximum number of colours in one mark. A mark with two colours is divided into halves. */
const MOST_IN_MARK = 2;

/** The facet by which activities are coloured. `values` are its values with colours, in the order of the colours. */
export interface Colouring {
  facet: Facet;
  values: readonly FacetValue[];
}

/** Why a part of a colour choice has no effect. The dataset lacks the facet or values, or too many values are named. */
export interface ColourProblem {
  kind: 'unknownFacet' | 'unknownValues' | 'tooMany';
  found: string;
}

interface Counted {
  head: Pick<DatasetHead, 'facets'>;
  counts: readonly FacetCount[];
}

/**
 * Returns the facet and values that get colours: the first three values of the choice that the facet has. If there are
 * none, takes the most frequent values. Returns null without a choice or a known facet.
 */
export function colouringOf(choice: ColourChoice | null, { head, counts }: Counted): Colouring | null {
  const facet = facetOf(choice, head);
  if (!choice || !facet) return null;
  const named = (choice.values ?? []).flatMap(value => facet.values.find(({ id }) => id === value) ?? []);
  const values = named.length > 0 ? named : mostFrequent(facet, counts);
  return { facet, values: values.slice(0, MOST_COLOURS) };
}

/** Returns the parts of a colour choice that have no effect. */
export function colourProblems(choice: ColourChoice | null, head: Counted['head']): ColourProblem[] {
  if (!choice) return [];
  const facet = facetOf(choice, head);
  if (!facet) return [{ kind: 'unknownFacet', found: choice.facet }];
  const known = new Set(facet.values.map(({ id }) => id));
  const named = choice.values ?? [];
  const unknown = named.filter(value => !known.has(value));
  const problems: ColourProblem[] = [];
  if (unknown.length > 0) problems.push({ kind: 'unknownValues', found: unknown.join(', ') });
  if (named.length - unknown.length > MOST_COLOURS) problems.push({ kind: 'tooMany', found: named.join(', ') });
  return problems;
}

function facetOf(choice: ColourChoice | null, { facets }: Counted['head']): Facet | undefined {
  return facets.find(facet => facet.id === choice?.facet && hasValues(facet));
}

/** Returns the values of the highest level on which several have activities, most frequent first. */
function mostFrequent(facet: Facet, counts: readonly FacetCount[]): FacetValue[] {
  const tree = facetTree(facet);
  const own = counts.find(count => count.facet === facet.id)?.counts ?? [];
  const weightOf = ({ id }: FacetValue) => countOf(tree, own, id);
  const usedOf = (level: readonly FacetValue[]) => level.filter(value => weightOf(value) > 0);
  let level = usedOf(tree.tops);
  for (let [only, ...others] = level; only && others.length === 0; [only, ...others] = level) {
    const below = usedOf(tree.childrenOf(only.id));
    if (below.length === 0) break;
    level = below;
  }
  return level.toSorted((a, b) => weightOf(b) - weightOf(a));
}

/** Returns the indices of all coloured values that an activity has. Being tagged with a value below counts too. */
export function pickedBy({ facet, values }: Colouring, tags: Readonly<Record<string, readonly string[]>>): number[] {
  const own = getOwn(tags, facet.id);
  if (!own || own.length === 0) return [];
  const tree = facetTree(facet);
  const has = new Set(own.flatMap(value => pathOf(tree, value)));
  return values.flatMap(({ id }, i) => (has.has(id) ? [i] : []));
}

/** Returns the indices of an activity's colours: the first two of its coloured values. Empty for a grey activity. */
export function coloursOf(colouring: Colouring, tags: Readonly<Record<string, readonly string[]>>): number[] {
  return pickedBy(colouring, tags).slice(0, MOST_IN_MARK);
}
