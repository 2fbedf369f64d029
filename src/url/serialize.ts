import { type FacetChoice, MEMBERS, type Member, type Members, type View } from '../model/view';
import { encodeValue } from './encode-value';
import { PARAMETERS } from './parameters';
import { MODE_SUFFIX } from './params';

const ALL_MEMBERS = Object.keys(MEMBERS) as Member[];

/** Returns the canonical query string with its `?`, or '' for the default view. The inverse of `parseView`. */
export function serializeView(view: View): string {
  const pairs: [string, string][] = [];
  for (const id of Object.keys(view.facets).sort()) {
    const choice = view.facets[id];
    if (!choice) continue;
    const values = serializeChoice(choice);
    if (values) pairs.push([id, values]);
    if (choice.mode === 'all') pairs.push([id + MODE_SUFFIX, 'all']);
  }
  for (const member of ALL_MEMBERS) {
    const text = writeMember(member, view);
    if (text) pairs.push([MEMBERS[member].key, text]);
  }
  if (pairs.length === 0) return '';
  return `?${pairs.map(([key, value]) => `${key}=${encodeAgain(value)}`).join('&')}`;
}

function writeMember<M extends Member>(member: M, view: View): string {
  const value: Members[M] = view[member];
  return value === MEMBERS[member].default || value === null ? '' : PARAMETERS[member].write(value);
}

function serializeChoice(choice: FacetChoice): string {
  return [...choice.include, ...choice.exclude.map(value => `-${value}`)].join(',');
}

/** The links of one page have fewer values than this, even if each row of a table adds its activity's id. */
const MAX_ENCODED = 1500;
const encoded = new Map<string, string>();

/** `encodeValue` with a cache, because a page has hundreds of similar links. */
function encodeAgain(value: string): string {
  const known = encoded.get(value);
  if (known !== undefined) return known;
  const text = encodeValue(value);
  if (encoded.size >= MAX_ENCODED) encoded.clear();
  encoded.set(value, text);
  return text;
}
