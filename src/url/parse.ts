import { parseIsoSpan } from '../lib/day';
import { quotable } from '../lib/shortened';
import { SLUG } from '../lib/slug';
import { OWN_COLUMNS, PLACE_COLUMN, TITLE_COLUMN } from '../model/columns';
import {
  ACROSS_KEY,
  COLUMN_SORT_KEY,
  COLUMNS_KEY,
  LANE_SORT_KEY,
  OPEN_LANES_KEY,
  RESERVED_KEYS,
} from '../model/link-keys';
import {
  type FacetChoice,
  isConstraint,
  LANE_SORTS,
  type LaneSort,
  PANELS,
  type Panel,
  SORTS,
  type Sort,
  sortedUnique,
  type View,
} from '../model/view';
import type { LinkProblem } from './link-problem';
import { GRAMMAR_VERSION, MODE_SUFFIX } from './params';
import { readableParams } from './readable-params';
import { upgradeParams } from './upgrade';

export interface ParsedLink {
  view: View;
  problems: readonly LinkProblem[];
}

/**
 * Reads any query string, with or without its `?`. Whatever can't be followed falls back to its default and is listed;
 * keys that may be facets are kept for the dataset to judge. Never throws.
 */
export function parseView(search: string): ParsedLink {
  const problems: LinkProblem[] = [];
  const params = upgradeParams(readableParams(search, problems));
  const version = params.get('v');
  if (version !== null && Number(version) > GRAMMAR_VERSION) {
    problems.push({ kind: 'newerVersion', key: 'v', found: version });
  }
  const view: View = {
    facets: readFacets(params),
    q: cleanText(params.get('q') ?? ''),
    ...readWindow(params, problems),
    lanes: readSlug('lanes', params, problems),
    openLanes: readSlugs(OPEN_LANES_KEY, params),
    laneSort: oneOf<LaneSort>(LANE_SORT_KEY, LANE_SORTS, params, problems) ?? 'given',
    across: readSlug(ACROSS_KEY, params, problems),
    columns: readColumns(params, problems),
    panel: oneOf<Panel>('view', PANELS, params, problems),
    sort: oneOf<Sort>('sort', SORTS, params, problems) ?? 'date',
    columnSort: readColumnSort(params, problems),
    activity: params.get('activity') || null,
    data: params.get('data') || null,
    foldGaps: oneOf('gaps', ['fold', 'show'], params, problems) === 'fold',
    lang: readLanguage(params),
    embed: params.get('embed') === '1',
    compare: params.get('compare') || null,
  };
  return { view, problems: problems.map(problem => ({ ...problem, found: quotable(problem.found) })) };
}

/** One line of well-formed text without space at its ends: what a search text is in a View. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}

const RESERVED = new Set<string>(RESERVED_KEYS);

function readFacets(params: URLSearchParams): View['facets'] {
  const written = new Map<string, { lists: string[]; mode: string | null }>();
  for (const [key, text] of params) {
    const isMode = key.endsWith(MODE_SUFFIX);
    const id = isMode ? key.slice(0, -MODE_SUFFIX.length) : key;
    if (RESERVED.has(id) || !SLUG.test(id)) continue;
    const found = written.get(id) ?? { lists: [], mode: null };
    if (isMode) found.mode ??= text;
    else found.lists.push(text);
    written.set(id, found);
  }
  const choices = [...written].map(([id, found]) => [id, readChoice(found)] as const);
  return Object.fromEntries(choices.filter(([, choice]) => isConstraint(choice)));
}

function readChoice({ lists, mode }: { lists: readonly string[]; mode: string | null }): FacetChoice {
  const include: string[] = [];
  const exclude: string[] = [];
  for (const entry of lists.join(',').split(',')) {
    const excluded = entry.startsWith('-');
    const value = cleanText(excluded ? entry.slice(1) : entry);
    if (value === '' || value.startsWith('-')) continue;
    (excluded ? exclude : include).push(value);
  }
  return { include: sortedUnique(include), exclude: sortedUnique(exclude), mode: mode === 'all' ? 'all' : 'any' };
}

function readWindow(params: URLSearchParams, problems: LinkProblem[]): Pick<View, 'from' | 'to'> {
  const read = (key: 'from' | 'to'): string | null => {
    const found = params.get(key);
    if (found === null || found === '') return null;
    if (parseIsoSpan(found)) return found;
    problems.push({ kind: 'badDate', key, found });
    return null;
  };
  const from = read('from');
  const to = read('to');
  const first = from === null ? null : parseIsoSpan(from);
  const last = to === null ? null : parseIsoSpan(to);
  if (first && last && last.latest < first.earliest) {
    problems.push({ kind: 'reversedWindow', key: 'from', found: `${from} – ${to}` });
    return { from: null, to: null };
  }
  return { from, to };
}

function readSlug(key: string, params: URLSearchParams, problems: LinkProblem[]): string | null {
  const found = params.get(key);
  if (found === null || found === '') return null;
  if (SLUG.test(found)) return found;
  problems.push({ kind: 'badChoice', key, found });
  return null;
}

/** Those of a list that can be ids; the dataset judges whether they are. */
function readSlugs(key: string, params: URLSearchParams): string[] {
  const found = (params.get(key) ?? '').split(',');
  return sortedUnique(found.filter(id => SLUG.test(id)));
}

/** The title is always a column: a link names it only where it stands alone. */
function readColumns(params: URLSearchParams, problems: LinkProblem[]): View['columns'] {
  const found = params.get(COLUMNS_KEY);
  if (found === null || found === '') return null;
  const named = found.split(',');
  const columns = named.filter(id => SLUG.test(id) || OWN_COLUMNS.some(own => own === id));
  if (columns.length > 0 || named.includes(TITLE_COLUMN)) return sortedUnique(columns);
  problems.push({ kind: 'badChoice', key: COLUMNS_KEY, found });
  return null;
}

function readColumnSort(params: URLSearchParams, problems: LinkProblem[]): View['columnSort'] {
  const found = params.get(COLUMN_SORT_KEY);
  if (found === null || found === '') return null;
  const isDescending = found.startsWith('-');
  const column = isDescending ? found.slice(1) : found;
  if (SLUG.test(column) || column === PLACE_COLUMN) return { column, isDescending };
  problems.push({ kind: 'badChoice', key: COLUMN_SORT_KEY, found });
  return null;
}

function readLanguage(params: URLSearchParams): string | null {
  const found = params.get('lang');
  return found !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(found) ? found : null;
}

function oneOf<T extends string>(
  key: string,
  allowed: readonly T[],
  params: URLSearchParams,
  problems: LinkProblem[],
): T | null {
  const found = params.get(key);
  if (found === null || found === '') return null;
  const match = allowed.find(value => value === found);
  if (match === undefined) problems.push({ kind: 'badChoice', key, found });
  return match ?? null;
}
