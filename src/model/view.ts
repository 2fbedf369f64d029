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

/**
 * Every member of a view that has a key of its own in a link: the key, and the default, which a link leaves out. The order
 * is the canonical one of a link. `url/parameters.ts` says how each is read and written.
 */
const TABLE = {
  q: { key: 'q', default: '' },
  /** First day of the window as links write it: `2017`, `2017-03` or `2017-03-05`. */
  from: { key: 'from', default: null as string | null },
  /** Last day of the window, included. */
  to: { key: 'to', default: null as string | null },
  /** A facet's id or `none`. */
  lanes: { key: 'lanes', default: null as string | null },
  /** Ids of values whose lanes are open, sorted and without repeats. */
  openLanes: { key: 'lanes.open', default: [] as readonly string[] },
  laneSort: { key: 'lanes.sort', default: 'given' as LaneSort },
  /** The facet whose values make the matrix's columns; its rows are those of the lanes. */
  across: { key: 'lanes.across', default: null as string | null },
  panel: { key: 'view', default: null as Panel | null },
  /** What the table shows beside the title: ids of facets and of its own columns, sorted and without repeats. */
  columns: { key: 'table.columns', default: null as readonly string[] | null },
  /** Goes before `sort`, in the table. */
  columnSort: { key: 'table.sort', default: null as ColumnSort | null },
  sort: { key: 'sort', default: 'date' as Sort },
  /** Id of the opened activity. */
  activity: { key: 'activity', default: null as string | null },
  /** The other selection, as a link of its own. */
  compare: { key: 'compare', default: null as string | null },
  /** Address of another dataset. */
  data: { key: 'data', default: null as string | null },
  foldGaps: { key: 'gaps', default: false },
  /** BCP 47. */
  lang: { key: 'lang', default: null as string | null },
  embed: { key: 'embed', default: false },
};

export type Members = { [M in keyof typeof TABLE]: (typeof TABLE)[M]['default'] };

export type Member = keyof Members;

export const MEMBERS: { readonly [M in Member]: { key: string; default: Members[M] } } = TABLE;

/** Everything a link says. `null` leaves the choice to the reader's screen, browser or dataset. */
export interface View extends Members {
  /** Facet id → choice; facets without any constraint are absent. */
  facets: Readonly<Record<string, FacetChoice>>;
}

/** A value for each member that has a key of its own in a link. */
export function mapMembers(memberOf: <M extends Member>(member: M) => Members[M]): Members {
  const members = (Object.keys(MEMBERS) as Member[]).map(member => [member, memberOf(member)]);
  return Object.fromEntries(members) as Members;
}

export const WHOLE_RECORD: View = { facets: {}, ...mapMembers(member => MEMBERS[member].default) };

/**
 * How a change reaches the browser's history: a choice can be gone back to, a movement only refines the present, and a
 * draft is shown while a gesture lasts and never reaches it.
 */
export type HistoryStep = 'push' | 'replace' | 'draft';

export type OnChange = (patch: Partial<View>, step?: HistoryStep) => void;

export const NO_CHOICE: FacetChoice = { include: [], exclude: [], mode: 'any' };

export function choiceOf(view: Pick<View, 'facets'>, facet: string): FacetChoice {
  return getOwn(view.facets, facet) ?? NO_CHOICE;
}

/** The view's facets with one choice replaced; a choice without constraint disappears. */
export function withChoice(view: Pick<View, 'facets'>, facet: string, choice: FacetChoice): View['facets'] {
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
