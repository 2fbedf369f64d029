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

/** An instant that no record reaches. */
const FAR_AWAY = instantOf(OPEN_START);

/** Without any item vis-timeline keeps its loading screen over everything: this one stands where nobody looks. */
const NEVER_EMPTY: VisItem = { id: '_', content: '', type: 'background', start: FAR_AWAY - 1, end: FAR_AWAY };

/** Everything of a feed that takes a place on the axis, by id: the marks and the silences. */
export function itemsOf({ marks, gaps }: Pick<Feed, 'marks' | 'gaps'>): ReadonlyMap<string, VisItem> {
  const items: VisItem[] = [
    NEVER_EMPTY,
    ...marks.map(({ key, lane, shape }): VisItem => ({ id: key, group: lane, type: 'mark', ...intervalOf(shape) })),
    ...gaps.map(
      (gap): VisItem => ({ id: `gap ${gap.earliest}`, type: 'background', className: 'gap', ...intervalOf(gap) }),
    ),
  ];
  return new Map(items.map(item => [item.id, item]));
}

function intervalOf({ earliest, latest }: DaySpan): Pick<VisItem, 'content' | 'start' | 'end'> {
  return { content: '', start: instantOf(earliest), end: instantOf(latest + 1) };
}
