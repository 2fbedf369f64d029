import { type Day, type DaySpan, parseIsoSpan } from '../lib/day';
import { getOwn } from '../lib/get-own';
import type { Query } from './answer';
import { askedText } from './asked-text';
import { OWN_COLUMNS } from './columns';
import type { Facet } from './dataset';
import { facetTree } from './facet-tree';
import type { Choices } from './selection';
import type { FacetChoice, View } from './view';

const LARGE_RECORD = 5000;

/** A record that is too long to be shown whole, or drawn anew on each frame of a gesture. */
export function isLarge(total: number): boolean {
  return total > LARGE_RECORD;
}

/** How many rows a table begins with, and asks for more of: a short record is shown whole. */
export function rowPage(total: number): number {
  return isLarge(total) ? 200 : 1000;
}

/** A list of a record up to this length is in the page as a whole, so that the browser's own search finds in it. */
const WHOLE_LIST = 500;

/** How many rows of a list are in the page at a time. */
export function listPage(total: number): number {
  return total > WHOLE_LIST ? 200 : WHOLE_LIST;
}

/** With lanes an activity is more than one item, and about two hundred of these are light to move. */
const MARK_LIMIT = 120;
const LANE_BINS = 900;

/** What a query needs besides the view. */
interface QueryContext {
  lanes: Facet | null;
  /** The choices that the view is compared with. */
  other?: Pick<View, 'facets' | 'q'> | null;
  matrix?: Query['matrix'];
  rowStart?: number;
  rowLimit: number;
  /** Whether the crowd of the lanes is drawn. */
  hasLaneBins?: boolean;
  extent: DaySpan | null;
}

/** The part of a view that the engine is asked, for a dataset with these facets. */
export function queryOf(
  view: View,
  facetIds: readonly string[],
  { lanes, other = null, matrix = null, rowStart = 0, rowLimit, hasLaneBins = true, extent }: QueryContext,
): Query {
  const { from, to } = windowOf(view);
  return {
    ...choicesOf(view, facetIds),
    compare: other && choicesOf(other, facetIds),
    from,
    to,
    sort: (view.panel === 'table' && view.columnSort) || view.sort,
    lanes: lanes?.id ?? null,
    openLanes: lanes ? view.openLanes.filter(id => facetTree(lanes).childrenOf(id).length > 0) : [],
    rowStart,
    rowLimit,
    markLimit: MARK_LIMIT,
    margin: marginOf(from, to, extent),
    laneBins: hasLaneBins ? laneBinsOf(from, to, extent) : null,
    matrix,
  };
}

function choicesOf(view: Pick<View, 'facets' | 'q'>, facetIds: readonly string[]): Choices {
  const facets: Record<string, FacetChoice> = {};
  for (const id of facetIds) {
    const choice = getOwn(view.facets, id);
    if (choice && choice.include.length + choice.exclude.length > 0) facets[id] = choice;
  }
  return { facets, text: askedText(view.q) };
}

/** The window's first and last day; null leaves that side open. */
export function windowOf(view: Pick<View, 'from' | 'to'>): { from: Day | null; to: Day | null } {
  return {
    from: view.from === null ? null : (parseIsoSpan(view.from)?.earliest ?? null),
    to: view.to === null ? null : (parseIsoSpan(view.to)?.latest ?? null),
  };
}

/** Bins over the window and as much again on either side. */
function laneBinsOf(from: Day | null, to: Day | null, extent: DaySpan | null): Query['laneBins'] {
  if (!extent) return null;
  const margin = marginOf(from, to, extent);
  const { earliest, latest } = windowWithin(from, to, extent);
  const [start, end] = [earliest - margin, latest + 1 + margin];
  return { start, end, count: Math.min(LANE_BINS, end - start) };
}

function marginOf(from: Day | null, to: Day | null, extent: DaySpan | null): number {
  if (!extent || (from === null && to === null)) return 0;
  const { earliest, latest } = windowWithin(from, to, extent);
  return latest - earliest + 1;
}

/** The part of a window in which there can be activities: an end of the record where it lies beside that. */
function windowWithin(from: Day | null, to: Day | null, { earliest, latest }: DaySpan): DaySpan {
  const within = (day: Day) => Math.min(Math.max(day, earliest), latest);
  return { earliest: within(from ?? earliest), latest: within(to ?? latest) };
}

/**
 * The view without what this dataset does not know: keys that are no facet of it, lanes that are none. What stays whole
 * stays the same object.
 */
export function knownView(view: View, facetIds: readonly string[]): View {
  const known = new Set(facetIds);
  const isKnown = Object.keys(view.facets).every(id => known.has(id));
  const facets = isKnown
    ? view.facets
    : Object.fromEntries(Object.entries(view.facets).filter(([id]) => known.has(id)));
  const lanes = view.lanes === null || view.lanes === 'none' || known.has(view.lanes) ? view.lanes : null;
  const across = view.across !== null && known.has(view.across) ? view.across : null;
  const hasColumn = (id: string) => known.has(id) || OWN_COLUMNS.some(own => own === id);
  const columns = view.columns?.every(hasColumn) ? view.columns : (view.columns?.filter(hasColumn) ?? null);
  const columnSort = view.columnSort && hasColumn(view.columnSort.column) ? view.columnSort : null;
  return { ...view, facets, lanes, across, columns, columnSort };
}
