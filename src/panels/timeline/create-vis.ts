import moment from 'moment';
import { DataSet } from 'vis-data/esnext';
import { Timeline as VisTimeline } from 'vis-timeline/esnext';
import type { VisItem } from './items';
import { addMarkType } from './mark-item';
import type { VisTimeAxis } from './time-axis';

export interface VisGroup {
  id: string;
  content: string;
  order: number;
}

/** vis-timeline with what it has and its types leave out. */
export type Vis = VisTimeline & {
  setCustomTimeMarker(title: string, id: string): void;
  /** Draws: at once, or when queued on the next frame. */
  emit(event: '_change', how?: { queue: true }): void;
  /** How often it has tried to draw without coming to rest, by which it knows that it never will. */
  redrawCount: number;
  /** Whether it has moved its window to all of its items, as it does at its first drawing. */
  initialFitDone: boolean;
  timeAxis: VisTimeAxis;
};

/** Where it asks for the elements that it shows. */
interface Contents {
  ofItem: (id: string) => HTMLElement;
  ofGroup: (id: string) => HTMLElement | undefined;
}

/**
 * A timeline that only draws the axis and gives items their place: no stacking, selecting or clustering of its own. It draws
 * at every word it is told, but not in an element without a width: its container stays hidden until it is shown.
 */
export function createVis(container: HTMLElement, { ofItem, ofGroup }: Contents) {
  const items = new DataSet<VisItem, 'id'>();
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
    template: (item: VisItem) => ofItem(item.id) as never,
    groupTemplate: (group: VisGroup) => (group ? ofGroup(group.id) : '') as never,
    rtl: false,
  }) as Vis;
  addMarkType(vis);
  // The window is always given. Its own fit would replace it when items come before the first drawing, and it throws where
  // marks and silences, which are drawn in different numbers of steps, are among them.
  vis.initialFitDone = true;
  const show = () => {
    container.hidden = false;
    vis.redrawCount = 0;
  };
  return { vis, items, groups, show };
}

const FRAMEWORK = [
  '.vis-timeline, .vis-panel, .vis-itemset, .vis-foreground, .vis-background, .vis-group, .vis-group > :not(.vis-item)',
  '.vis-label, .vis-inner, .vis-time-axis, .vis-measure',
].join();

/** Everything of vis-timeline's own that stays where it is while the window moves: all but the items. */
export function frameworkOf(container: HTMLElement): Iterable<HTMLElement> {
  return container.querySelectorAll<HTMLElement>(FRAMEWORK);
}
