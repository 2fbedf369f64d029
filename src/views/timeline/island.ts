import moment from 'moment';
import { DataSet } from 'vis-data/esnext';
import { Timeline as VisTimeline } from 'vis-timeline/esnext';
import { type DaySpan, MS_PER_DAY } from '../../lib/day';
import { dayAtPlace, type Folds, placeOf } from '../../model/folding';
import { arrange, type DrawnRange } from './arrange';
import { axisFormat } from './axis-format';
import { DensityCanvas, type LaneBand } from './density-canvas';
import type { FedMark, Feed } from './feed';
import { createLaneLabel, describeLane } from './lane-label';
import { type ChosenPile, MarkBoard } from './mark-board';
import { laneHeight } from './mark-element';
import { textWidth } from './measure-text';

/** What happens on the timeline and is decided elsewhere. */
export interface IslandEvents {
  /** The reader moved or zoomed; the gesture has come to rest. */
  onWindow: (window: DaySpan) => void;
  onOpen: (activity: string) => void;
  onPile: (pile: ChosenPile, button: HTMLElement) => void;
  /** A lane is to be opened or closed. */
  onLane: (lane: string) => void;
  onZoom: (factor: number, about: DaySpan) => void;
  pileText: (count: number) => string;
  pileName: (count: number, span: DaySpan) => string;
}

interface VisItem {
  id: string;
  content: string;
  start: number;
  end: number;
  group?: string;
  type: 'range' | 'background';
  className?: string;
}

interface VisGroup {
  id: string;
  content: string;
  order: number;
}

/** What vis-timeline has and its types leave out. */
type Untyped = VisTimeline & {
  setCustomTimeMarker(title: string, id: string): void;
  emit(event: '_change'): void;
};

/** Free space at both ends of the window, so that a mark on its first or last day is seen whole. */
const PAD = 12;
const FONT = '12px';
const OPENED_FONT = '600 12px';
/** Above this many new marks the view is parked far away while they go in: they are then drawn in one go. */
const BULK = 16;
const PARKED = Date.UTC(-5000, 0, 1);
/** Without any item vis-timeline keeps its loading screen over everything: this one stands where nobody looks. */
const NEVER_EMPTY: VisItem = { id: '_', content: '', type: 'background', start: PARKED - MS_PER_DAY, end: PARKED };
const FEWEST_DAYS = 10;
const LINE = 'opened';

/**
 * The only home of vis-timeline. It is given a feed and answers with events; nothing else of it is known outside. All of
 * its dates are instants in UTC, all of its contents are elements made here.
 */
export class Island {
  private readonly items = new DataSet<VisItem, 'id'>();
  private readonly groups = new DataSet<VisGroup, 'id'>();
  private readonly gapElements = new Map<string, HTMLElement>();
  private readonly labels = new Map<string, HTMLElement>();
  private readonly vis: VisTimeline;
  private readonly board: MarkBoard;
  private readonly density = new DensityCanvas();
  private readonly observer: ResizeObserver;
  private readonly font: string;
  private feed: Feed | null = null;
  private frame = 0;
  private bands: LaneBand[] | null = null;
  private isGesture = false;
  private pending: Feed | null = null;
  private hasLine = false;
  private knownWidth = 0;
  private toggled: HTMLElement | null = null;

  constructor(
    private readonly container: HTMLElement,
    language: string,
    private readonly events: IslandEvents,
    private readonly canAnimate: () => boolean,
  ) {
    this.font = getComputedStyle(container).fontFamily;
    this.board = new MarkBoard(container, {
      onOpen: events.onOpen,
      onZoom: events.onZoom,
      pileText: events.pileText,
      pileName: events.pileName,
      onPile: events.onPile,
      onReach: span => events.onWindow(this.shownAbout(span)),
    });
    this.vis = new VisTimeline(container, this.items, this.groups, {
      autoResize: false,
      stack: false,
      selectable: false,
      showCurrentTime: false,
      orientation: { axis: 'top', item: 'top' },
      margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
      groupOrder: 'order',
      groupHeightMode: 'auto',
      maxMinorChars: 5,
      zoomKey: 'ctrlKey',
      zoomMin: FEWEST_DAYS * MS_PER_DAY,
      moment: (date: moment.MomentInput) => moment.utc(date),
      format: axisFormat(language) as never,
      template: (item: VisItem) => this.contentOf(item.id) as never,
      groupTemplate: (group: VisGroup) => (group ? this.labels.get(group.id) : '') as never,
      rtl: getComputedStyle(container).direction === 'rtl',
    });
    this.vis.on('changed', this.keepFirstWindow);
    this.vis.on('changed', () => this.board.focusAwaited());
    this.vis.on('changed', this.returnFocus);
    this.container.parentElement?.prepend(this.density.element);
    this.vis.on('changed', this.drawDensity);
    this.vis.on('rangechange', ({ byUser }: { byUser: boolean }) => {
      if (byUser) this.moving(true);
      this.drawDensity();
    });
    this.vis.on('rangechanged', ({ byUser }: { byUser: boolean }) => {
      if (byUser) this.rest();
    });
    this.observer = new ResizeObserver(() => this.settle());
    this.observer.observe(container);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.board.destroy();
    this.vis.destroy();
    this.density.element.remove();
    // What vis-timeline leaves behind when it goes before its first drawing.
    this.container.replaceChildren();
  }

  private moving(isGesture: boolean): void {
    this.isGesture = isGesture;
    this.container.classList.toggle('is-moving', isGesture);
  }

  /** The gesture has come to rest: what was to be fed meanwhile goes in, under the window as it is now. */
  private rest(): void {
    this.moving(false);
    const { pending } = this;
    this.pending = null;
    const window = this.daysShown();
    if (pending) this.update({ ...pending, window });
    else this.stand();
    this.events.onWindow(window);
  }

  update(feed: Feed): void {
    if (this.isGesture) {
      this.pending = feed;
      return;
    }
    const before = this.feed;
    this.feed = feed;
    if (before?.folds !== feed.folds) this.fold(feed.folds);
    if (before?.bounds !== feed.bounds) this.limitTo(feed.bounds);
    if (before?.lanes !== feed.lanes) this.feedLanes(feed);
    if (before?.marks !== feed.marks || before?.gaps !== feed.gaps) this.feedItems(feed);
    if (before?.density !== feed.density) this.density.paint(feed.density);
    if (before?.line !== feed.line) this.drawLine(feed);
    this.moveTo(feed.window, before !== null && before.folds === feed.folds);
    this.settle();
  }

  private contentOf(id: string): HTMLElement {
    return this.board.contentOf(id) ?? this.gapElements.get(id) ?? document.createElement('span');
  }

  /** It takes the labels out and puts them back when lanes come or go: the button that did it keeps the focus. */
  private readonly returnFocus = (): void => {
    const { activeElement, body } = document;
    if (activeElement !== body && activeElement !== this.toggled) this.toggled = null;
    else if (activeElement === body) this.toggled?.focus({ preventScroll: true });
  };

  private feedLanes({ lanes }: Feed): void {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.matches('.lane-toggle')) this.toggled = activeElement;
    for (const lane of lanes) {
      const label = this.labels.get(lane.id) ?? createLaneLabel(() => this.events.onLane(lane.id));
      this.labels.set(lane.id, label);
      describeLane(label, lane);
    }
    const wanted = new Set(lanes.map(lane => lane.id));
    const gone = this.groups.getIds().filter(id => !wanted.has(String(id)));
    if (gone.length > 0) this.groups.remove(gone);
    this.groups.update(lanes.map((lane, order) => ({ id: lane.id, content: lane.id, order })));
    this.container.classList.toggle(
      'tree-lanes',
      lanes.some(lane => lane.isOpen !== null),
    );
    this.container.classList.toggle('one-lane', lanes.length === 1 && lanes[0]?.label === '');
  }

  private feedItems({ marks, gaps }: Feed): void {
    const wanted = new Map<string, VisItem>([[NEVER_EMPTY.id, NEVER_EMPTY]]);
    for (const mark of marks) {
      this.board.put(mark);
      wanted.set(mark.key, itemOf(mark));
    }
    for (const gap of gaps) {
      const id = `gap ${gap.earliest}`;
      let element = this.gapElements.get(id);
      if (!element) {
        element = document.createElement('span');
        element.className = 'gap-label';
        this.gapElements.set(id, element);
      }
      element.textContent = gap.label;
      wanted.set(id, {
        id,
        content: '',
        type: 'background',
        className: 'gap',
        start: gap.earliest * MS_PER_DAY,
        end: (gap.latest + 1) * MS_PER_DAY,
      });
    }
    const gone = this.items.getIds().filter(id => !wanted.has(String(id)));
    const added = [...wanted.values()].filter(item => this.items.get(item.id) === null);
    const change = () => {
      if (gone.length > 0) this.items.remove(gone);
      if (added.length > 0) this.items.add(added);
    };
    if (added.length > BULK) this.parked(change);
    else change();
    for (const id of gone) this.board.remove(String(id));
  }

  /** Runs a large change while the view is far away, and brings the view back in the same tick. */
  private parked(change: () => void): void {
    const { start, end } = this.vis.getWindow();
    this.vis.setOptions({ min: PARKED, max: -PARKED });
    this.vis.setWindow(PARKED, PARKED + MS_PER_DAY * 30, { animation: false });
    change();
    this.vis.setWindow(start, end, { animation: false });
    this.limitTo(this.feed?.bounds);
  }

  /** Keeps gestures within the record and a little air around it. */
  private limitTo(bounds: DaySpan | undefined): void {
    if (!bounds) return;
    const spare = (bounds.latest - bounds.earliest + 1) * 0.05;
    this.vis.setOptions({
      min: (bounds.earliest - spare) * MS_PER_DAY,
      max: (bounds.latest + 1 + spare) * MS_PER_DAY,
    });
  }

  private fold(folds: Folds): void {
    const hiddenDates = folds.map(({ earliest, latest }) => ({
      start: moment.utc(earliest * MS_PER_DAY),
      end: moment.utc((latest + 1) * MS_PER_DAY),
    }));
    this.vis.setOptions({ hiddenDates: hiddenDates as never });
  }

  private drawLine({ line }: Feed): void {
    if (this.hasLine) this.vis.removeCustomTime(LINE);
    this.hasLine = line !== null;
    if (!line) return;
    this.vis.addCustomTime((line.day + 0.5) * MS_PER_DAY, LINE);
    (this.vis as Untyped).setCustomTimeMarker(line.label, LINE);
  }

  private moveTo(window: DaySpan, isMove: boolean): void {
    const shown = this.daysShown();
    if (isMove && shown.earliest === window.earliest && shown.latest === window.latest) return;
    const { start, end } = this.paddedRange(window);
    const instant = (place: number, side: 'start' | 'end') => dayAtPlace(this.folds, place, side) * MS_PER_DAY;
    this.vis.setWindow(instant(start, 'start'), instant(end, 'end'), {
      animation: isMove && this.canAnimate() ? { duration: 160 } : false,
    } as never);
  }

  /** On every frame of a gesture: it only stretches what is painted. Where the lanes are is read once it rests. */
  private readonly drawDensity = (): void => {
    if (this.feed === null || this.width === 0) return;
    if (this.bands === null) this.bands = this.readBands();
    this.density.draw(this.rangeShown(), this.feed.folds, this.bands);
  };

  private readBands(): LaneBand[] {
    this.density.readColours();
    const frame = this.density.element.parentElement?.getBoundingClientRect();
    const centre = this.centre?.getBoundingClientRect();
    if (!frame || !centre) return [];
    this.density.element.style.left = `${centre.left - frame.left}px`;
    return [...this.labels].flatMap(([id, label]) => {
      const box = label.getBoundingClientRect();
      return label.isConnected ? [{ id, top: box.top - frame.top, height: box.height }] : [];
    });
  }

  private get centre(): Element | null {
    return this.container.querySelector('.vis-panel.vis-center');
  }

  /** Read anew but in a gesture, where reading it on each frame would make the browser lay out on each. */
  private get width(): number {
    if (!this.isGesture || this.knownWidth === 0) this.knownWidth = this.centre?.clientWidth ?? 0;
    return this.knownWidth;
  }

  /** The places of a window and of the pads on both of its sides. */
  private paddedRange({ earliest, latest }: DaySpan): DrawnRange {
    const { folds, width } = this;
    const [start, end] = [placeOf(folds, earliest), placeOf(folds, latest + 1)];
    const pad = width > 4 * PAD ? ((end - start) * PAD) / (width - 2 * PAD) : 0;
    return { start: start - pad, end: end + pad, width };
  }

  private rangeShown(): DrawnRange {
    const { start, end } = this.vis.getWindow();
    const place = (instant: Date) => placeOf(this.folds, instant.valueOf() / MS_PER_DAY);
    return { start: place(start), end: place(end), width: this.width };
  }

  /** The whole days between the pads of the range that is shown. */
  private daysShown(): DaySpan {
    const { start, end, width } = this.rangeShown();
    const pad = width > 0 ? ((end - start) * PAD) / width : 0;
    const earliest = dayAtPlace(this.folds, Math.round(start + pad));
    const latest = dayAtPlace(this.folds, Math.round(end - pad), 'end') - 1;
    return { earliest, latest: Math.max(earliest, latest) };
  }

  private get folds(): Folds {
    return this.feed?.folds ?? [];
  }

  /** Lays everything out once the present changes are in, and draws. */
  private settle(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (this.width === 0) this.redraw();
      this.stand();
      this.bands = null;
      this.redraw();
    });
  }

  /** Its public `redraw` takes every element out and puts it back, and the focus is lost; this only measures and draws. */
  private redraw(): void {
    (this.vis as Untyped).emit('_change');
  }

  /** Gives every mark its row and label for the window as the feed has it. */
  private stand(): void {
    const { feed, width } = this;
    if (!feed || width === 0) return;
    const arrangement = arrange(feed, this.animatedRange(feed), (label, isOpened) =>
      textWidth(label, `${isOpened ? OPENED_FONT : FONT} ${this.font}`),
    );
    this.board.apply(arrangement, feed.opened);
    for (const { id, rows, isEmpty } of arrangement.lanes) {
      const label = this.labels.get(id);
      if (!label) continue;
      label.style.minHeight = `${laneHeight(rows)}px`;
      label.classList.toggle('lane-empty', isEmpty);
    }
  }

  /** An animation is laid out for where it ends. */
  private animatedRange(feed: Feed): DrawnRange {
    const shown = this.daysShown();
    const isThere = shown.earliest === feed.window.earliest && shown.latest === feed.window.latest;
    return isThere ? this.rangeShown() : this.paddedRange(feed.window);
  }

  /** Its first drawing fits everything; the window that was asked for comes back in the same tick. */
  private readonly keepFirstWindow = (): void => {
    this.vis.off('changed', this.keepFirstWindow);
    if (this.feed) this.moveTo(this.feed.window, false);
    this.settle();
  };

  /** The window as long as it is, about the middle of some days. */
  private shownAbout({ earliest, latest }: DaySpan): DaySpan {
    const shown = this.daysShown();
    const length = shown.latest - shown.earliest;
    const start = Math.round((earliest + latest - length) / 2);
    return { earliest: start, latest: start + length };
  }
}

function itemOf(mark: FedMark): VisItem {
  return {
    id: mark.key,
    content: '',
    group: mark.lane,
    type: 'range',
    start: mark.shape.earliest * MS_PER_DAY,
    end: (mark.shape.latest + 1) * MS_PER_DAY,
  };
}
