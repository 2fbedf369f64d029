import { type Day, parseIsoSpan } from '../lib/day';
import { getOwn } from '../lib/get-own';
import { askedText } from './asked-text';
import { OWN_COLUMNS } from './columns';
import type { Filters, Selection } from './selection';
import type { FacetChoice, View } from './view';

export type Filtering = Pick<View, 'facets' | 'q' | 'from' | 'to'>;

/**
 * Returns the selection of a view. Only facets in `facetIds` count. `other` is the other side of a comparison; its
 * filters become the member `compare`.
 */
export function selectionOf(view: View, facetIds: readonly string[], other: Filtering | null = null): Selection {
  return { ...filtersOf(view, facetIds), compare: other && filtersOf(other, facetIds) };
}

function filtersOf(view: Filtering, facetIds: readonly string[]): Filters {
  const facets: Record<string, FacetChoice> = {};
  for (const id of facetIds) {
    const choice = getOwn(view.facets, id);
    if (choice && choice.include.length + choice.exclude.length > 0) facets[id] = choice;
  }
  return { facets, text: askedText(view.q), ...windowOf(view) };
}

export function windowOf(view: Pick<View, 'from' | 'to'>): { from: Day | null; to: Day | null } {
  return {
    from: view.from === null ? null : (parseIsoSpan(view.from)?.earliest ?? null),
    to: view.to === null ? null : (parseIsoSpan(view.to)?.latest ?? null),
  };
}

/**
 * Returns the view without facets, lanes and columns that the dataset lacks. Unchanged members stay the same objects.
 */
export function knownView(view: View, facetIds: readonly string[], fields: readonly { id: string }[] = []): View {
  const known = new Set(facetIds);
  const isKnown = Object.keys(view.facets).every(id => known.has(id));
  const facets = isKnown
    ? view.facets
    : Object.fromEntries(Object.entries(view.facets).filter(([id]) => known.has(id)));
  const lanes = view.lanes === null || view.lanes === 'none' || known.has(view.lanes) ? view.lanes : null;
  const across = view.across !== null && known.has(view.across) ? view.across : null;
  const hasColumn = (column: string) =>
    known.has(column) || OWN_COLUMNS.some(own => own === column) || fields.some(({ id }) => id === column);
  const columns = view.columns?.every(hasColumn) ? view.columns : (view.columns?.filter(hasColumn) ?? null);
  const columnSort = view.columnSort && hasColumn(view.columnSort.column) ? view.columnSort : null;
  return { ...view, facets, lanes, across, columns, columnSort };
}
