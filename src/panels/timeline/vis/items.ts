import { type DaySpan, OPEN_START } from '../../../lib/day';
import { instantOf } from './instant';

/** A mark as far as vis-timeline places it: its days and its lane. */
export interface TimedMark extends DaySpan {
  key: string;
  lane: string;
}

/** An item as vis-timeline keeps it. */
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
 * vis-timeline keeps lanes and items in plain objects, where an id such as `constructor` would find an inherited property.
 * The ids that it is given have a prefix, so no id of a dataset reaches it unchanged.
 */
const LANE_PREFIX = 'lane ';
const MARK_PREFIX = 'mark ';

export function groupIdOf(lane: string): string {
  return LANE_PREFIX + lane;
}

export function laneOf(groupId: string): string {
  return groupId.slice(LANE_PREFIX.length);
}

/** The key of a mark; null for an item that is not a mark. */
export function markKeyOf(itemId: string): string | null {
  return itemId.startsWith(MARK_PREFIX) ? itemId.slice(MARK_PREFIX.length) : null;
}

const BEFORE_ALL_RECORDS = instantOf(OPEN_START);

/** While it has no items, vis-timeline covers everything with its loading screen; this item is far outside every window. */
const NEVER_EMPTY: VisItem = {
  id: '_',
  content: '',
  type: 'background',
  start: BEFORE_ALL_RECORDS - 1,
  end: BEFORE_ALL_RECORDS,
};

/** The items of marks and gaps, by their ids. */
export function itemsOf(marks: readonly TimedMark[], gaps: readonly DaySpan[]): ReadonlyMap<string, VisItem> {
  const items: VisItem[] = [
    NEVER_EMPTY,
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
