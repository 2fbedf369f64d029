import { getOwn } from '../lib/get-own';

/** What one facet asks for. Lists hold value ids or `_none`, sorted and without repeats. */
export interface FacetChoice {
  include: readonly string[];
  exclude: readonly string[];
  mode: 'any' | 'all';
}

export const PANELS = ['timeline', 'list', 'table', 'matrix', 'map'] as const;
export type Panel = (typeof PANELS)[number];

export const SORTS = ['date', '-date', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** An order of the table by a column that is neither date nor title: a facet's id or `_place`. */
export interface ColumnSort {
  column: string;
  isDescending: boolean;
}

/** The order of lanes: as the dataset gives them, by their activities in the record, or by name. */
export const LANE_SORTS = ['given', 'count', 'name'] as const;
export type LaneSort = (typeof LANE_SORTS)[number];

/** Everything a link says. `null` leaves the choice to the reader's screen, browser or dataset. */
export interface View {
  /** Facet id → choice; facets without any constraint are absent. */
  facets: Readonly<Record<string, FacetChoice>>;
  q: string;
  /** First and last day of the window as written in links: `2017`, `2017-03` or `2017-03-05`; both included. */
  from: string | null;
  to: string | null;
  /** A facet's id or `none`. */
  lanes: string | null;
  /** Ids of values whose lanes are open, sorted and without repeats. */
  openLanes: readonly string[];
  laneSort: LaneSort;
  /** The facet whose values make the matrix's columns; its rows are those of the lanes. */
  across: string | null;
  /** What the table shows beside the title: ids of facets and of its own columns, sorted and without repeats. */
  columns: readonly string[] | null;
  panel: Panel | null;
  sort: Sort;
  /** Goes before `sort`, in the table. */
  columnSort: ColumnSort | null;
  activity: string | null;
  /** Address of another dataset. */
  data: string | null;
  foldGaps: boolean;
  /** BCP 47. */
  lang: string | null;
  embed: boolean;
  compare: string | null;
}

export const WHOLE_RECORD: View = {
  facets: {},
  q: '',
  from: null,
  to: null,
  lanes: null,
  openLanes: [],
  laneSort: 'given',
  across: null,
  columns: null,
  panel: null,
  sort: 'date',
  columnSort: null,
  activity: null,
  data: null,
  foldGaps: false,
  lang: null,
  embed: false,
  compare: null,
};

/**
 * How a change reaches the browser's history: a choice can be gone back to, a movement only refines the present, and a
 * draft is shown while a gesture lasts and never reaches it.
 */
export type HistoryStep = 'push' | 'replace' | 'draft';

export type OnChange = (patch: Partial<View>, step?: HistoryStep) => void;

export const NO_CHOICE: FacetChoice = { include: [], exclude: [], mode: 'any' };

export function choiceOf(view: View, facet: string): FacetChoice {
  return getOwn(view.facets, facet) ?? NO_CHOICE;
}

/** The view's facets with one choice replaced; a choice without constraint disappears. */
export function withChoice(view: View, facet: string, choice: FacetChoice): View['facets'] {
  const { [facet]: _, ...others } = view.facets;
  const include = sortedUnique(choice.include);
  const exclude = sortedUnique(choice.exclude);
  const made: FacetChoice = { include, exclude, mode: choice.mode };
  return isConstraint(made) ? { ...others, [facet]: made } : others;
}

/** False for a choice that says nothing, which a view does not hold. */
export function isConstraint({ include, exclude, mode }: FacetChoice): boolean {
  return include.length > 0 || exclude.length > 0 || mode === 'all';
}

export function sortedUnique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

/** True when facets, text or window narrow the record. */
export function isNarrowed(view: View): boolean {
  return (
    view.q !== '' ||
    view.from !== null ||
    view.to !== null ||
    Object.values(view.facets).some(choice => choice.include.length > 0 || choice.exclude.length > 0)
  );
}

export const NOTHING_CHOSEN = { facets: {}, q: '', from: null, to: null } as const satisfies Partial<View>;

/** The view of everything that has one value: what following a tag opens. */
export function onlyValue(facet: string, value: string): Partial<View> {
  return { ...NOTHING_CHOSEN, facets: { [facet]: { include: [value], exclude: [], mode: 'any' } }, activity: null };
}
