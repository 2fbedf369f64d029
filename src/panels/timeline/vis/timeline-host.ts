import moment from 'moment';
import { DataSet } from 'vis-data/esnext';
import { Timeline as VisTimeline } from 'vis-timeline/esnext';
import type { AxisLabels, DrawnAxis } from '../../../layout/axis-labels';
import type { DaySpan } from '../../../lib/day';
import { daysOf, instantOf } from './instant';
import { groupIdOf, itemsOf, laneOf, markKeyOf, NEVER_EMPTY, type TimedMark, type VisItem } from './items';
import { LaneHeights } from './lane-heights';
import { addMarkType } from './mark-item';
import { privateParts } from './private-parts';
import { SteadySizes } from './steady-sizes';
import { replaceLabels } from './time-axis';

/** Callbacks that supply the elements and labels of the timeline, and callbacks that report its events. */
export interface HostOptions {
  markElement: (key: string) => HTMLElement | undefined;
  laneLabel: (lane: string) => HTMLElement | undefined;
  axisLabels: (axis: DrawnAxis) => AxisLabels;
  onDrawn: () => void;
  /** Called whenever the window moves, by a gesture or by `showDays`. */
  onMove: (isGesture: boolean) => void;
  onGestureEnd: () => void;
}

/** Wraps vis-timeline, which draws the axis, pans, zooms, and places marks and lanes. All times are in days. */
export interface TimelineHost {
  /** The element with the axis and the marks, beside the labels of the lanes. */
  readonly axis: HTMLElement;
  show(): void;
  destroy(): void;
  draw(when: 'now' | 'nextFrame'): void;
  shownDays(): { start: number; end: number };
  /** `duration` is the length of an animation in milliseconds. Undefined means no animation. */
  showDays(start: number, end: number, duration?: number): void;
  /** Replaces the days that take no width. */
  setFolds(folds: readonly DaySpan[]): void;
  /** Limits gestures to the days from `start` to `end`, and the window to at least `fewestDays`. */
  setLimits(start: number, end: number, fewestDays: number): void;
  /** From top to bottom. */
  setLanes(lanes: readonly string[]): void;
  setLaneHeights(heights: ReadonlyMap<string, number>): void;
  setItems(marks: readonly TimedMark[], gaps: readonly DaySpan[]): void;
  /** Makes the elements of the timeline report their current sizes and positions until `releaseSizes` is called. */
  holdSizes(): void;
  releaseSizes(): void;
}

interface VisGroup {
  id: string;
  content: string;
  order: number;
}

/** Selects the elements of vis-timeline that do not move with the window: all except the items. */
const STEADY = [
  '.vis-timeline, .vis-panel, .vis-itemset, .vis-foreground, .vis-background, .vis-group, .vis-group > :not(.vis-item)',
  '.vis-label, .vis-inner, .vis-time-axis, .vis-measure',
].join();

/**
 * Creates a vis-timeline without stacking, selecting and clustering. The container is hidden until `show` is called,
 * because a visible timeline would draw on every change.
 */
export function createTimelineHost(container: HTMLElement, options: HostOptions): TimelineHost {
  const items = new DataSet<VisItem, 'id'>([NEVER_EMPTY]);
  const groups = new DataSet<VisGroup, 'id'>();
  container.hidden = true;
  const vis = new VisTimeline(container, items, groups, {
    autoResize: false,
    stack: false,
    selectable: false,
    showCurrentTime: false,
    orientation: { axis: 'top', item: 'top' },
    margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
    groupOrder: 'order',
    groupHeightMode: 'auto',
    zoomKey: 'ctrlKey',
    zoomMax: Number.MAX_SAFE_INTEGER,
    moment: (date: moment.MomentInput) => moment.utc(date),
    template: (item: VisItem) =>
      (options.markElement(markKeyOf(item.id) ?? '') ?? document.createElement('span')) as never,
    groupTemplate: (group: VisGroup) => (group ? options.laneLabel(laneOf(group.id)) : '') as never,
    rtl: false,
  });
  const parts = privateParts(vis);
  const axis = parts.dom.centerContainer;
  const heights = new LaneHeights(parts.itemSet);
  const sizes = new SteadySizes();
  let shown: ReadonlyMap<string, VisItem> = new Map();
  // Marks and gaps bypass vis-timeline's `DataSet`, because it converts every date four times and draws at each change.
  parts.itemSet.itemsData.get = id => shown.get(id) ?? items.get(id);
  addMarkType(parts.itemSet.constructor.types);
  // Prevents the first drawing from moving the window to all items. Such a move would replace the given window, and
  // would throw an error if the items include both marks and gaps.
  parts.initialFitDone = true;
  replaceLabels(parts.timeAxis, options.axisLabels);
  vis.on('changed', options.onDrawn);
  vis.on('rangechange', ({ byUser }: { byUser: boolean }) => options.onMove(byUser));
  vis.on('rangechanged', ({ byUser }: { byUser: boolean }) => {
    if (byUser) options.onGestureEnd();
  });
  return {
    axis,
    show() {
      container.hidden = false;
      parts.redrawCount = 0;
    },
    destroy() {
      vis.destroy();
      // `destroy` does not remove the elements of a timeline that has never drawn.
      container.replaceChildren();
    },
    draw(when) {
      // vis-timeline's public `redraw` removes all elements and inserts them again, which loses the focus. This event
      // only draws.
      parts.emit('_change', ...(when === 'now' ? [] : [{ queue: true } as const]));
    },
    shownDays() {
      const { start, end } = vis.getWindow();
      return { start: daysOf(start), end: daysOf(end) };
    },
    showDays(start, end, duration) {
      const animation = duration === undefined ? false : { duration };
      vis.setWindow(instantOf(start), instantOf(end), { animation } as never);
    },
    setFolds(folds) {
      const hiddenDates = folds.map(({ earliest, latest }) => ({
        start: moment.utc(instantOf(earliest)),
        end: moment.utc(instantOf(latest + 1)),
      }));
      vis.setOptions({ hiddenDates: hiddenDates as never });
    },
    setLimits(start, end, fewestDays) {
      vis.setOptions({ min: instantOf(start), max: instantOf(end), zoomMin: instantOf(fewestDays) });
    },
    setLanes(lanes) {
      const wanted = lanes.map((lane, order) => ({ id: groupIdOf(lane), content: lane, order }));
      const kept = new Set(wanted.map(({ id }) => id));
      const gone = groups.getIds().filter(id => !kept.has(String(id)));
      const moved = wanted.filter(({ id, order }) => groups.get(id)?.order !== order);
      if (gone.length > 0) groups.remove(gone);
      if (moved.length > 0) groups.update(moved);
    },
    setLaneHeights(wishes) {
      heights.set(new Map([...wishes].map(([lane, height]) => [groupIdOf(lane), height])));
    },
    setItems(marks, gaps) {
      const before = shown;
      shown = itemsOf(marks, gaps);
      const gone = [...before.keys()].filter(id => !shown.has(id));
      const added = [...shown.keys()].filter(id => !before.has(id));
      if (gone.length > 0) parts.itemSet._onRemove(gone);
      if (added.length > 0) parts.itemSet._onAdd(added);
    },
    holdSizes() {
      sizes.hold(container.querySelectorAll<HTMLElement>(STEADY));
    },
    releaseSizes() {
      sizes.release();
    },
  };
}
