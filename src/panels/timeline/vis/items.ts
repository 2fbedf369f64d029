import { type DaySpan, OPEN_START } from '../../../lib/day';
import { instantOf } from './instant';

export interface TimedMark extends DaySpan {
  key: string;
  lane: string;
}

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
 * Prefixes for the ids passed to vis-timeline. It stores lanes and items in plain objects, where an id such as
 * `constructor` would find an inherited property. No id with a prefix does.
 */
const LANE_PREFIX = 'lane ';
const MARK_PREFIX = 'mark ';

export function groupIdOf(lane: string): string {
  return LANE_PREFIX + lane;
}

export function laneOf(groupId: string): string {
  return groupId.slice(LANE_PREFIX.length);
}

/** Returns the key of an item's mark. Null if the item is not a mark. */
export function markKeyOf(itemId: string): string | null {
  return itemId.startsWith(MARK_PREFIX) ? itemId.slice(MARK_PREFIX.length) : null;
}

const BEFORE_ALL_RECORDS = instantOf(OPEN_START);

/** An item far outside every window. Without any items, vis-timeline would show its loading screen. */
export const NEVER_EMPTY: VisItem = {
  id: '_',
  content: '',
  type: 'background',
  start: BEFORE_ALL_RECORDS - 1,
  end: BEFORE_ALL_RECORDS,
};

export function itemsOf(marks: readonly TimedMark[], gaps: readonly DaySpan[]): ReadonlyMap<string, VisItem> {
  const items: VisItem[] = [
    ...marks.map(
      ({ key, lane, ...days }): VisItem => ({
        id: MARK_PREFIX + key,
        group: groupIdOf(lane),
        type: 'mark',
        ...intervalOf(days),
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
