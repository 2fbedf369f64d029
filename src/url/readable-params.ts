import { quotable } from '../lib/shortened';
import { MEMBERS, type Member } from '../model/view';
import { encodeValue } from './encode-value';
import type { LinkProblem } from './link-problem';
import { PARAMETERS } from './parameters';
import { LONGEST_READ } from './params';

const MEMBER_KEYS = Object.keys(MEMBERS) as Member[];

/** These keys decide which dataset is shown and how. */
const KEPT = new Set<string>(
  MEMBER_KEYS.filter(member => !PARAMETERS[member].isDispensable).map(member => MEMBERS[member].key),
);

const MAX_NAMED = 5;
const MAX_ENCODED_LENGTH_OF_UNIT = 9;

/**
 * Returns the parameters of a query string. If the string is longer than `LONGEST_READ`, ignores the largest parameters
 * and reports them. Measures each parameter as the page would write it, so that the page can read its own links.
 */
export function readableParams(search: string, problems: LinkProblem[]): URLSearchParams {
  const params = new URLSearchParams(search);
  if (search.length * MAX_ENCODED_LENGTH_OF_UNIT <= LONGEST_READ) return params;
  const sizes = new Map<string, number>();
  for (const [key, text] of params) {
    sizes.set(key, (sizes.get(key) ?? 0) + key.length + encodeValue(text).length + 2);
  }
  let length = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const left = new Set<string>();
  for (const [key, size] of [...sizes].sort(([, a], [, b]) => b - a)) {
    if (length <= LONGEST_READ) break;
    if (KEPT.has(key)) continue;
    left.add(key);
    length -= size;
  }
  if (left.size === 0) return params;
  const named = [...left].slice(0, MAX_NAMED).map(quotable).join(', ');
  problems.push({ kind: 'tooLong', key: left.size > MAX_NAMED ? `${named} …` : named, found: String(search.length) });
  return new URLSearchParams([...params].filter(([key]) => !left.has(key)));
}
