import { TITLE_COLUMN } from '../model/columns';
import {
  ACROSS_KEY,
  COLUMN_SORT_KEY,
  COLUMNS_KEY,
  LANE_SORT_KEY,
  type LinkKey,
  OPEN_LANES_KEY,
} from '../model/link-keys';
import type { FacetChoice, View } from '../model/view';
import { MODE_SUFFIX } from './params';

/** The canonical query string of a view, with its `?`; empty for the whole record. `parseView` is its inverse. */
export function serializeView(view: View): string {
  const pairs: [string, string][] = [];
  for (const id of Object.keys(view.facets).sort()) {
    const choice = view.facets[id];
    if (!choice) continue;
    const values = serializeChoice(choice);
    if (values) pairs.push([id, values]);
    if (choice.mode === 'all') pairs.push([id + MODE_SUFFIX, 'all']);
  }
  const write = (key: LinkKey, value: string | null) => {
    if (value) pairs.push([key, value]);
  };
  write('q', view.q);
  write('from', view.from);
  write('to', view.to);
  write('lanes', view.lanes);
  write(OPEN_LANES_KEY, view.openLanes.join(','));
  write(LANE_SORT_KEY, view.laneSort === 'given' ? null : view.laneSort);
  write(ACROSS_KEY, view.across);
  write('view', view.panel);
  write(COLUMNS_KEY, view.columns && (view.columns.join(',') || TITLE_COLUMN));
  write(COLUMN_SORT_KEY, view.columnSort && (view.columnSort.isDescending ? '-' : '') + view.columnSort.column);
  write('sort', view.sort === 'date' ? null : view.sort);
  write('activity', view.activity);
  write('data', view.data);
  write('gaps', view.foldGaps ? 'fold' : null);
  write('lang', view.lang);
  write('embed', view.embed ? '1' : null);
  write('compare', view.compare);
  if (pairs.length === 0) return '';
  return `?${pairs.map(([key, value]) => `${key}=${encodeValue(value)}`).join('&')}`;
}

function serializeChoice(choice: FacetChoice): string {
  return [...choice.include, ...choice.exclude.map(value => `-${value}`)].join(',');
}

const MAX_ENCODED = 500;
const encoded = new Map<string, string>();

/** A page has hundreds of links that say nearly the same. */
function encodeValue(value: string): string {
  const text = encoded.get(value) ?? encode(value);
  if (encoded.size >= MAX_ENCODED) encoded.clear();
  encoded.set(value, text);
  return text;
}

/** Leaves readable what no linkifier breaks; a space is `+`, as forms write it. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%20/g, '+')
    .replace(/%2C/g, ',')
    .replace(/%2F/g, '/')
    .replace(/%3A/g, ':')
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
