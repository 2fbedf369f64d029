import type { Filtering } from '../model/selection-of';
import { type Panel, type View, WHOLE_RECORD } from '../model/view';
import type { LinkProblem } from '../url/link-problem';
import { parseView } from '../url/parse';
import { serializeView } from '../url/serialize';

/** Side A is the view itself. The view's member `compare` describes side B. */
export type Side = 'a' | 'b';

const WINDOW_KEYS = ['from', 'to'] as const;

/**
 * Reads side B of a comparison from the view. Returns null without a comparison. If `compare` names neither `from` nor
 * `to`, as in older links, side B has the view's window. An empty `from=` means an open window.
 */
export function comparedWith({ compare, from, to }: Pick<View, 'compare' | 'from' | 'to'>): Filtering | null {
  if (compare === null) return null;
  const { view } = parseView(compare);
  const params = new URLSearchParams(compare);
  const window = WINDOW_KEYS.some(key => params.has(key)) ? { from: view.from, to: view.to } : { from, to };
  return { facets: view.facets, q: view.q, ...window };
}

/** Returns the problems of side B's link, except those of members that a comparison does not read. */
export function comparedProblems({ compare }: Pick<View, 'compare'>): readonly LinkProblem[] {
  return compare === null ? [] : parseView(compare).problems.filter(({ kind }) => kind !== 'badChoice');
}

/**
 * Writes side B as the text of `compare`. An empty `from=` says that the window of B is open while that of `view` is
 * limited. A side B without any filter is written `v=1`, because an empty text would mean no comparison.
 */
export function compareLink({ facets, q, from, to }: Filtering, view: Pick<View, 'from' | 'to'>): string {
  const text = serializeView({ ...WHOLE_RECORD, facets, q, from, to }).slice(1);
  const isOpen = from === null && to === null;
  const mark = isOpen && (view.from !== null || view.to !== null) ? 'from=' : '';
  return [text, mark].filter(Boolean).join('&') || 'v=1';
}

export function sideView(view: View, side: Side): View {
  return side === 'a' ? view : { ...view, ...comparedWith(view) };
}

/**
 * Returns the change of the view that applies `patch` to one side of its comparison. The other side keeps its filters
 * and window. With `both`, side A gets the whole patch and side B only the window. Returns `patch` without a
 * comparison.
 */
export function sidePatch(view: View, side: Side | 'both', patch: Partial<View>): Partial<View> {
  const other = comparedWith(view);
  if (!other || patch.compare !== undefined) return patch;
  if (side === 'b') {
    const { facets = other.facets, q = other.q, from = other.from, to = other.to, ...rest } = patch;
    return { ...rest, compare: compareLink({ facets, q, from, to }, view) };
  }
  if (patch.from === undefined && patch.to === undefined) return patch;
  const { from, to } = { ...view, ...patch };
  return { ...patch, compare: compareLink(side === 'both' ? { ...other, from, to } : other, { from, to }) };
}

/**
 * Returns whether a view shows a panel. A comparison does not show the panel `list`, because the comparison has a list
 * for each side. It shows the timeline only if both sides have the same window.
 */
export function hasPanel(panel: Panel, view: Pick<View, 'compare' | 'from' | 'to'>): boolean {
  const other = comparedWith(view);
  if (!other) return true;
  return panel !== 'list' && (panel !== 'timeline' || (other.from === view.from && other.to === view.to));
}
