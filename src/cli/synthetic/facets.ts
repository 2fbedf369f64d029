import type { Random } from '../../lib/random';
import { type Draw, weightedDraw, zipfWeights } from '../../lib/weighted';
import type { Facet, FacetValue } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { COUNTRIES } from './places';
import { capitalised, inventAnother, inventWord, slugOf } from './vocabulary';

export interface TaggedFacet {
  facet: Facet;
  /** The probabilities that an activity has at least one value, at least two values, and so on. */
  atLeast: readonly number[];
  draw: Draw;
}

interface Shape {
  id: string;
  label: string;
  /**
   * The numbers of children, one list for each level from the top. Values of the level above use the numbers in turn.
   */
  tree: readonly (readonly number[])[];
  atLeast: readonly number[];
  /** If set, each value of the lowest level represents a country, until all countries are used. */
  endsInCountries?: true;
}

const SHAPES: readonly Shape[] = [
  { id: 'strand', label: 'Strand', tree: [[60]], atLeast: [0.93, 0.08, 0.01] },
  {
    id: 'area',
    label: 'Area',
    tree: [[5], [2, 3, 4], [1, 2]],
    atLeast: [0.88, 0.22, 0.06, 0.02],
    endsInCountries: true,
  },
  { id: 'body', label: 'Body', tree: [[6], [2, 4, 6]], atLeast: [0.75, 0.2, 0.03] },
  { id: 'topic', label: 'Topic', tree: [[28]], atLeast: [0.97, 0.55, 0.2, 0.06] },
];

export function createFacets(random: Random): TaggedFacet[] {
  return SHAPES.map(({ id, label, tree, atLeast, endsInCountries }) => {
    const invented = createValues(random, tree);
    const values = endsInCountries ? withCountries(invented) : invented;
    return { facet: { id, label, values }, atLeast, draw: skewedDraw(random, values.length) };
  });
}

function createValues(random: Random, tree: Shape['tree']): FacetValue[] {
  const taken = new Set<string>();
  function grow(depth: number, index: number, broader?: string): FacetValue[] {
    const sizes = tree[depth] ?? [0];
    const values: FacetValue[] = [];
    for (let i = 0; i < (sizes[index % sizes.length] ?? 0); i += 1) {
      const value = createValue(random, taken, broader);
      values.push(value, ...grow(depth + 1, index + i, value.id));
    }
    return values;
  }
  return grow(0, 0);
}

function withCountries(values: readonly FacetValue[]): FacetValue[] {
  const { childrenOf } = facetTree({ values });
  const codes = COUNTRIES.values();
  return values.map(value => {
    const code = childrenOf(value.id).length > 0 ? undefined : codes.next().value;
    return code ? { ...value, exactMatch: [`https://www.iso.org/obp/ui/#iso:code:3166:${code}`] } : value;
  });
}

function createValue(random: Random, taken: Set<string>, broader: string | undefined): FacetValue {
  let label = '';
  const id = inventAnother(taken, () => {
    const words = Array.from({ length: 1 + random.below(3) }, () => inventWord(random, 1 + random.below(3)));
    label = capitalised(words.join(' '));
    return slugOf(label);
  });
  return {
    id,
    label,
    ...(label.length > 14 && label.includes(' ') && { short: label.slice(0, label.indexOf(' ')) }),
    ...(broader !== undefined && { broader }),
    ...(random.chance(0.2) && { aliases: [capitalised(inventWord(random, 2))] }),
  };
}

/** Returns a function that picks the index of a random value. Frequencies follow Zipf's law in shuffled order. */
function skewedDraw(random: Random, size: number): Draw {
  const weights = zipfWeights(size, 2);
  for (let i = size - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [weights[i], weights[j]] = [weights[j] ?? 0, weights[i] ?? 0];
  }
  return weightedDraw(weights);
}

/** Picks random values for an activity. Maps the id of each facet to the ids of its values. */
export function drawTags(random: Random, facets: readonly TaggedFacet[]): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (const { facet, atLeast, draw } of facets) {
    const count = countAt(random.unit(), atLeast);
    if (count === 0) continue;
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const id = facet.values[draw(random)]?.id;
      if (id !== undefined && !ids.includes(id)) ids.push(id);
    }
    tags[facet.id] = ids;
  }
  return tags;
}

function countAt(unit: number, atLeast: readonly number[]): number {
  let count = 0;
  while (count < atLeast.length && unit < (atLeast[count] ?? 0)) count += 1;
  return count;
}
