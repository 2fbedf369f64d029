import { wordsOf } from '../../lib/fold';
import { hasBeginning } from '../../lib/unspaced';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { type FacetTree, facetTree } from '../../model/facet-tree';
import { pathOf } from '../../model/tree-walks';
import type { FacetChoice } from '../../model/view';

/** A facet with no more values than this is shown whole, trees opened. */
export const SHORT_FACET = 12;

/** What a long facet shows before "more". */
const FIRST_TOPS = 5;
const FEW_TOPS = 8;

/** How many rows each "more" shows at most: thousands at once would hold the page up. */
const PAGE = 200;

/** A facet with this many values has a search of its own once more of it is shown. */
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
  /** How often more was asked for; 0 shows the first few. */
  pages: number;
  search: string;
  /** Parents opened or closed by hand; the others follow their default. */
  toggled: ReadonlyMap<string, boolean>;
}

export interface FacetRows {
  rows: FacetRow[];
  /** How many values "more" would show. */
  hiddenCount: number;
  /** How many values the search finds; null without a search. */
  matches: number | null;
}

/** The rows of a facet as disclosed, its values in this order. Chosen values are never held back. */
export function facetRows(
  facet: Facet,
  order: readonly number[],
  choice: FacetChoice,
  { pages, search, toggled }: Disclosure,
  labelOf: (value: FacetValue) => string,
): FacetRows {
  const { values } = facet;
  const tree = facetTree(facet);
  const chosen = new Set([...choice.include, ...choice.exclude].filter(id => id !== NONE));
  const forced = withAbove(tree, chosen);
  const matches = search.trim() === '' ? null : matching(values, search, labelOf);
  const found = matches && withAbove(tree, matches);
  const isShort = values.length <= SHORT_FACET;
  const isOpen = isShort || found !== null || pages > 0;
  const tops = order.flatMap(index => (tree.above[index] === -1 ? (values[index]?.id ?? []) : []));
  const first = new Set(isOpen || tops.length <= FEW_TOPS ? tops : tops.slice(0, FIRST_TOPS));
  const limit = isOpen ? PAGE * Math.max(1, pages) : Number.POSITIVE_INFINITY;

  const rows: FacetRow[] = [];
  const expanded = new Set<string>();
  let cut = 0;
  for (const index of order) {
    const value = values[index];
    if (!value) continue;
    const { id } = value;
    const parent = tree.parentOf(id);
    const isForced = found === null && forced.has(id);
    const isDisclosed = found ? found.has(id) : parent === undefined ? first.has(id) : expanded.has(parent);
    if (!isForced && !isDisclosed) continue;
    const isExpanded = toggled.get(id) ?? isOpen;
    if (isExpanded) expanded.add(id);
    if (!isForced && rows.length >= limit) {
      cut += 1;
      continue;
    }
    const depth = pathOf(tree, id).length - 1;
    rows.push({ value, index, depth, isParent: tree.childrenOf(id).length > 0, isExpanded });
  }
  return { rows, hiddenCount: isOpen ? cut : values.length - rows.length, matches: matches?.size ?? null };
}

/** These values and those above them. */
function withAbove(tree: FacetTree, ids: ReadonlySet<string>): Set<string> {
  return new Set([...ids].flatMap(id => pathOf(tree, id)));
}

function matching(
  values: readonly FacetValue[],
  search: string,
  labelOf: (value: FacetValue) => string,
): ReadonlySet<string> {
  const wanted = wordsOf(search);
  const matches = values.filter(value => {
    const words = wordsOf(labelOf(value));
    return wanted.every(start => words.some(word => hasBeginning(word, start)));
  });
  return new Set(matches.map(({ id }) => id));
}
