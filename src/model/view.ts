import { getOwn } from '../lib/get-own';

/** The choice in one facet. `include` and `exclude` have value ids or `_none`, sorted and without duplicates. */
export interface FacetChoice {
  include: readonly string[];
  exclude: readonly string[];
  mode: 'any' | 'all';
}

export const PANELS = ['timeline', 'list', 'table', 'matrix', 'map'] as const;
export type Panel = (typeof PANELS)[number];

export const SORTS = ['date', '-date', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** An order of the table by a column other than date and title. `column` is the id of a facet or field, or `_place`. */
export interface ColumnSort {
  column: string;
  isDescending: boolean;
}

/**
 * The facet by which activities are coloured. `values` are the ids of the values with a colour; null for the default.
 */
export interface ColourChoice {
  facet: string;
  values: readonly string[] | null;
}

/** The order of lanes: as in the dataset, by number of activities, or by name. */
export const LANE_SORTS = ['given', 'count', 'name'] as const;
export type LaneSort = (typeof LANE_SORTS)[number];

/** Whether periods outside the coverage are folded, so that they take no width on the time axis, or shown. */
export const GAPS_SHOWN = ['fold', 'show'] as const;
export type GapsShown = (typeof GAPS_SHOWN)[number];

/**
 * Every member of a view with its key in links and its default value. Links omit default values, and have the keys in
 * this order.
 */
const TABLE = {
  q: { key: 'q', default: '' },
  /** The first day of the window: `2017`, `2017-03` or `2017-03-05`. */
  from: { key: 'from', default: null as string | null },
  /** The last day of the window, included. */
  to: { key: 'to', default: null as string | null },
  /** The id of the facet whose values are the lanes; `none` for a single lane. */
  lanes: { key: 'lanes', default: null as string | null },
  /** The ids of the values whose children have lanes too, sorted and without duplicates. */
  openLanes: { key: 'lanes.open', default: [] as readonly string[] },
  laneSort: { key: 'lanes.sort', default: 'given' as LaneSort },
  /** The id of the facet whose values are the columns of the matrix. The rows are the values of the facet `lanes`. */
  across: { key: 'lanes.across', default: null as string | null },
  panel: { key: 'view', default: null as Panel | null },
  /** The columns other than the title, sorted: ids of facets and fields, or members of `OWN_COLUMNS`. */
  columns: { key: 'table.columns', default: null as readonly string[] | null },
  /** An order of the table that replaces `sort`. */
  columnSort: { key: 'table.sort', default: null as ColumnSort | null },
  sort: { key: 'sort', default: 'date' as Sort },
  activity: { key: 'activity', default: null as string | null },
  colour: { key: 'colour', default: null as ColourChoice | null },
  about: { key: 'about', default: false },
  /** The query string of side B of a comparison, with its filters and window. Null without a comparison. */
  compare: { key: 'compare', default: null as string | null },
  /** The address of a dataset that is opened instead of the deployment's own. */
  data: { key: 'data', default: null as string | null },
  /** Whether the timeline shows its whole axis, even if the result takes up only a short part of it. */
  wholeAxis: { key: 'timeline.whole', default: false },
  /** Null for the default, which `isFolding` decides. */
  gaps: { key: 'gaps', default: null as GapsShown | null },
  lang: { key: 'lang', default: null as string | null },
  embed: { key: 'embed', default: false },
};

export type Members = { [M in keyof typeof TABLE]: (typeof TABLE)[M]['default'] };

export type Member = keyof Members;

export const MEMBERS: { readonly [M in Member]: { key: string; default: Members[M] } } = TABLE;

/**
 * Everything that a link says. For a member that is null, the default depends on the screen, the browser or the
 * dataset.
 */
export interface View extends Members {
  /** Maps a facet id to its choice. Facets without any constraint are absent. */
  facets: Readonly<Record<string, FacetChoice>>;
}

/** Returns an object with a value for each member of a view except `facets`. */
export function mapMembers(memberOf: <M extends Member>(member: M) => Members[M]): Members {
  const members = (Object.keys(MEMBERS) as Member[]).map(member => [member, memberOf(member)]);
  return Object.fromEntries(members) as Members;
}

export const WHOLE_RECORD: View = { facets: {}, ...mapMembers(member => MEMBERS[member].default) };

/**
 * How a change affects the browser's history. `push` adds an entry, and `replace` overwrites the current entry. `draft`
 * is for changes during a gesture, which are shown but not put into the history.
 */
export type HistoryStep = 'push' | 'replace' | 'draft';

export type OnChange = (patch: Partial<View>, step?: HistoryStep) => void;

export const NO_CHOICE: FacetChoice = { include: [], exclude: [], mode: 'any' };

export function choiceOf(view: Pick<View, 'facets'>, facet: string): FacetChoice {
  return getOwn(view.facets, facet) ?? NO_CHOICE;
}

/** Returns the view's `facets` with one choice replaced. A choice without any constraint is removed. */
export function withChoice(view: Pick<View, 'facets'>, facet: string, choice: FacetChoice): View['facets'] {
  const { [facet]: _, ...others } = view.facets;
  const include = sortedUnique(choice.include);
  const exclude = sortedUnique(choice.exclude);
  const made: FacetChoice = { include, exclude, mode: choice.mode };
  return isConstraint(made) ? { ...others, [facet]: made } : others;
}

/** Returns whether a choice includes or excludes a value, or has another mode than the default `any`. */
export function isConstraint({ include, exclude, mode }: FacetChoice): boolean {
  return include.length > 0 || exclude.length > 0 || mode === 'all';
}

export function sortedUnique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

/** Returns whether the view's facets, text or window filter activities. */
export function isNarrowed(view: View): boolean {
  return (
    view.q !== '' ||
    view.from !== null ||
    view.to !== null ||
    Object.values(view.facets).some(choice => choice.include.length > 0 || choice.exclude.length > 0)
  );
}

export const NOTHING_CHOSEN = {
  facets: {},
  q: '',
  from: null,
  to: null,
  wholeAxis: false,
} as const satisfies Partial<View>;

/**
 * Returns the change to the view that selects all activities with a value and removes all other filters. The tags of an
 * activity link to this view.
 */
export function onlyValue(facet: string, value: string): Partial<View> {
  return { ...NOTHING_CHOSEN, facets: { [facet]: { include: [value], exclude: [], mode: 'any' } }, activity: null };
}
