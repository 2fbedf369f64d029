import { type DaySpan, OPEN_START } from '../../lib/day';
import type { Feed } from './feed';
import { instantOf } from './instant';

/** What vis-timeline keeps: an interval of instants, and for a mark the lane it stands in. */
export interface VisItem {
  id: string;
  content: string;
  start: number;
  end: number;
  group?: string;
  type: 'mark' | 'background';
  className?: string;
}

/*
 * vis-timeline keeps lanes and items in plain objects, in which an id such as `constructor` finds what every object inherits:
 * the ids it is given have a prefix, so that no record's id reaches it as it is.
 */
const LANE_PREFIX = 'lane ';
const MARK_PREFIX = 'mark ';

export function groupIdOf(lane: string): string {
  return LANE_PREFIX + lane;
}

export function laneOf(groupId: string): string {
  return groupId.slice(LANE_PREFIX.length);
}

/** The key of a mark; null for an item that is none. */
export function markKeyOf(itemId: string): string | null {
  return itemId.startsWith(MARK_PREFIX) ? itemId.slice(MARK_PREFIX.length) : null;
}

/** An instant that no record reaches. */
const FAR_AWAY = instantOf(OPEN_START);

/** Without any item vis-timeline keeps its loading screen over everything: this one stands where nobody looks. */
const NEVER_EMPTY: VisItem = { id: '_', content: '', type: 'background', start: FAR_AWAY - 1, end: FAR_AWAY };

/** Everything of a feed that takes a place on the axis, by the id it has there: the marks and the silences. */
export function itemsOf({ marks, gaps }: Pick<Feed, 'marks' | 'gaps'>): ReadonlyMap<string, VisItem> {
  const items: VisItem[] = [
    NEVER_EMPTY,
    ...marks.map(
      ({ key, lane, shape }): VisItem => ({
        id: MARK_PREFIX + key,
        group: groupIdOf(lane),
        type: 'mark',
        ...intervalOf(shape),
      }),
    ),
    ...gaps.map(
      (gap): VisItem => ({ id: `gap ${gap.earliest}`, type: 'background', className: 'gap', ...intervalOf(gap) }),
    ),
  ];
  return new Map(items.map(item => [item.id, item]));
}

function intervalOf({ earliest, latest }: DaySpan): Pick<VisItem, 'content' | 'start' | 'end'> {
  return { content: '', start: instantOf(earliest), end: instantOf(latest + 1) };
}
