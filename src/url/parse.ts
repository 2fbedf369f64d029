import { parseIsoSpan } from '../lib/day';
import { quotable } from '../lib/shortened';
import { SLUG } from '../lib/slug';
import { RESERVED_KEYS } from '../model/link-keys';
import {
  type FacetChoice,
  isConstraint,
  MEMBERS,
  type Member,
  type Members,
  mapMembers,
  sortedUnique,
  type View,
} from '../model/view';
import type { LinkProblem } from './link-problem';
import { cleanText, PARAMETERS } from './parameters';
import { GRAMMAR_VERSION, MODE_SUFFIX } from './params';
import { readableParams } from './readable-params';
import { upgradeParams } from './upgrade';

export interface ParsedLink {
  view: View;
  problems: readonly LinkProblem[];
}

/**
 * Parses any query string, with or without its `?`. Never throws: invalid parts are replaced by their defaults and
 * reported. Keeps each key that may be the id of a facet, so that it can be checked against the dataset later.
 */
export function parseView(search: string): ParsedLink {
  const problems: LinkProblem[] = [];
  const params = upgradeParams(readableParams(search, problems));
  const version = params.get('v');
  if (version !== null && Number(version) > GRAMMAR_VERSION) {
    problems.push({ kind: 'newerVersion', key: 'v', found: version });
  }
  const members = mapMembers(member => readMember(member, params, problems));
  const view: View = { facets: readFacets(params), ...withWindowInOrder(members, problems) };
  return { view, problems: problems.map(problem => ({ ...problem, found: quotable(problem.found) })) };
}

function readMember<M extends Member>(member: M, params: URLSearchParams, problems: LinkProblem[]): Members[M] {
  const { key, default: fallback } = MEMBERS[member];
  const { read, problem = 'badChoice' } = PARAMETERS[member];
  const found = params.get(key);
  if (found === null || found === '') return fallback;
  const value = read(found);
  if (value === undefined) problems.push({ kind: problem, key, found });
  return value ?? fallback;
}

function withWindowInOrder(members: Members, problems: LinkProblem[]): Members {
  const { from, to } = members;
  const first = from === null ? null : parseIsoSpan(from);
  const last = to === null ? null : parseIsoSpan(to);
  if (!first || !last || last.latest >= first.earliest) return members;
  problems.push({ kind: 'reversedWindow', key: 'from', found: `${from} – ${to}` });
  return { ...members, from: null, to: null };
}

const RESERVED = new Set(RESERVED_KEYS);

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
