import { wordsOf } from '../../lib/fold';
import { hasBeginning } from '../../lib/unspaced';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { type FacetTree, facetTree } from '../../model/facet-tree';
import { pathOf } from '../../model/tree-walks';
import type { FacetChoice } from '../../model/view';

/** A facet with at most this many values shows all of them, with its tree expanded. */
export const SHORT_FACET = 12;

/** A long facet first shows all top-level values if there are at most `FEW_TOPS`, otherwise the first `FIRST_TOPS`. */
const FIRST_TOPS = 5;
export const FEW_TOPS = 8;

/** The maximum number of rows that each press of "more" adds. Thousands of rows at once would block the page. */
const PAGE = 200;

/** A facet with at least this many values gets its own search once "more" has been pressed. */
export const SEARCH_FROM = 15;

export interface FacetRow {
  value: FacetValue;
  /** The position in the facet's values and counts. */
  index: number;
  depth: number;
  isParent: boolean;
  isExpanded: boolean;
}

export interface Disclosure {
  /** How often "more" was pressed. */
  pages: number;
  search: string;
  /** By value id: whether the reader expanded (true) or collapsed (false) the value. Other values have the default. */
  toggled: ReadonlyMap<string, boolean>;
}

export interface FacetRows {
  rows: FacetRow[];
  hiddenCount: number;
  /** The number of values that match the search. Null without a search. */
  matches: number | null;
}

/** Returns the visible rows of a facet in the given order of its values. Chosen values are always visible. */
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
