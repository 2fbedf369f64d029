import moment from 'moment';
import { DataSet } from 'vis-data/esnext';
import { Timeline as VisTimeline } from 'vis-timeline/esnext';
import { type Day, type DaySpan, MS_PER_DAY } from '../../lib/day';
import { axisFormat } from './axis-format';
import type { FedMark, Feed } from './feed';
import { type LaneMark, layoutLane, type PlacedMark } from './layout';
import { createMarkElement, describeMark, laneHeight, type MarkElement, standMark } from './mark-element';
import { textWidth } from './measure-text';
import { type Walked, walk } from './roving';

/** What happens on the timeline and is decided elsewhere. */
export interface IslandEvents {
  /** The reader moved or zoomed; the gesture has come to rest. */
  onWindow: (window: DaySpan) => void;
  onOpen: (activity: string) => void;
  onZoom: (factor: number) => void;
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
const ROWS_IN_LANE = 4;
const ROWS_ALONE = 16;
/** Above this many new marks the view is parked far away while they go in: they are then drawn in one go. */
const BULK = 16;
const PARKED = Date.UTC(-5000, 0, 1);
/** Without any item vis-timeline keeps its loading screen over everything: this one stands where nobody looks. */
const NEVER_EMPTY: VisItem = { id: '_', content: '', type: 'background', start: PARKED - MS_PER_DAY, end: PARKED };
const FEWEST_DAYS = 10;
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 };
const LINE = 'opened';

/**
 * The only home of vis-timeline. It is given a feed and answers with events; nothing else of it is known outside. All of
 * its dates are instants in UTC, all of its contents are elements made here.
 */
export class Island {
  private readonly items = new DataSet<VisItem, 'id'>();
  private readonly groups = new DataSet<VisGroup, 'id'>();
  private readonly elements = new Map<string, MarkElement>();
  private readonly gapElements = new Map<string, HTMLElement>();
  private readonly labels = new Map<string, HTMLElement>();
  private readonly vis: VisTimeline;
  private readonly observer: ResizeObserver;
  private readonly font: string;
  private feed: Feed | null = null;
  private walked: Walked[] = [];
  private piles = new Map<string, FedMark[]>();
  private focused: string | null = null;
  private awaited: string | null = null;
  private pressedAt: { x: number; y: number } | null = null;
  private frame = 0;
  private hasLine = false;

  constructor(
    private readonly container: HTMLElement,
    language: string,
    private readonly events: IslandEvents,
    private readonly canAnimate: () => boolean,
  ) {
    this.font = getComputedStyle(container).fontFamily;
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
    this.vis.on('changed', this.focusAwaited);
    this.vis.on('rangechanged', (change: { byUser: boolean }) => {
      if (!change.byUser) return;
      this.stand();
      this.events.onWindow(this.daysShown());
    });
    this.observer = new ResizeObserver(() => this.settle());
    this.observer.observe(container);
    container.addEventListener('pointerdown', this.handlePointerDown);
    container.addEventListener('click', this.handleClick);
    container.addEventListener('keydown', this.handleKey);
    container.addEventListener('focusin', this.handleFocus);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.container.removeEventListener('pointerdown', this.handlePointerDown);
    this.container.removeEventListener('click', this.handleClick);
    this.container.removeEventListener('keydown', this.handleKey);
    this.container.removeEventListener('focusin', this.handleFocus);
    this.vis.destroy();
    // What vis-timeline leaves behind when it goes before its first drawing.
    this.container.replaceChildren();
  }

  update(feed: Feed): void {
    const before = this.feed;
    this.feed = feed;
    if (before?.bounds !== feed.bounds) this.limitTo(feed.bounds);
    if (before?.lanes !== feed.lanes) this.feedLanes(feed);
    if (before?.marks !== feed.marks || before?.gaps !== feed.gaps) this.feedItems(feed);
    if (before?.line !== feed.line) this.drawLine(feed);
    this.moveTo(feed.window, before !== null);
    this.settle();
  }

  private contentOf(id: string): HTMLElement {
    return this.elements.get(id)?.content ?? this.gapElements.get(id) ?? document.createElement('span');
  }

  private feedLanes({ lanes }: Feed): void {
    for (const lane of lanes) {
      let label = this.labels.get(lane.id);
      if (!label) {
        label = document.createElement('div');
        label.className = 'lane-label';
        label.append(document.createElement('span'), document.createElement('span'), document.createElement('span'));
        this.labels.set(lane.id, label);
      }
      const [name, count, silence] = label.children;
      if (name instanceof HTMLElement) {
        name.textContent = lane.label;
        name.title = lane.title;
      }
      if (count) count.textContent = lane.count;
      if (silence) silence.textContent = lane.silence;
    }
    const wanted = new Set(lanes.map(lane => lane.id));
    const gone = this.groups.getIds().filter(id => !wanted.has(String(id)));
    if (gone.length > 0) this.groups.remove(gone);
    this.groups.update(lanes.map((lane, order) => ({ id: lane.id, content: lane.id, order })));
    this.container.classList.toggle('one-lane', lanes.length === 1 && lanes[0]?.label === '');
  }

  private feedItems({ marks, gaps }: Feed): void {
    const wanted = new Map<string, VisItem>([[NEVER_EMPTY.id, NEVER_EMPTY]]);
    for (const mark of marks) {
      const existing = this.elements.get(mark.key);
      if (existing) describeMark(existing, mark);
      else this.elements.set(mark.key, createMarkElement(mark));
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
    for (const id of gone) this.elements.delete(String(id));
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
    this.vis.setWindow(start, end, { animation: isMove && this.canAnimate() ? { duration: 160 } : false } as never);
  }

  private get width(): number {
    return this.container.querySelector('.vis-panel.vis-center')?.clientWidth ?? 0;
  }

  private paddedRange({ earliest, latest }: DaySpan): { start: number; end: number } {
    const length = (latest + 1 - earliest) * MS_PER_DAY;
    const pad = this.width > 4 * PAD ? (length * PAD) / (this.width - 2 * PAD) : 0;
    return { start: earliest * MS_PER_DAY - pad, end: (latest + 1) * MS_PER_DAY + pad };
  }

  /** The whole days between the pads of the range that is shown. */
  private daysShown(): DaySpan {
    const { start, end } = this.vis.getWindow();
    const pad = this.width > 0 ? ((end.valueOf() - start.valueOf()) * PAD) / this.width : 0;
    const earliest = Math.round((start.valueOf() + pad) / MS_PER_DAY);
    return { earliest, latest: Math.max(earliest, Math.round((end.valueOf() - pad) / MS_PER_DAY) - 1) };
  }

  /** Lays everything out once the present changes are in, and draws. */
  private settle(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (this.width === 0) this.redraw();
      this.stand();
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
    const held = this.markAt(document.activeElement);
    const { start, end } = this.animatedRange(feed);
    const perMs = width / (end - start);
    const x = (day: Day) => (day * MS_PER_DAY - start) * perMs;
    const walked: Walked[] = [];
    this.piles = new Map();
    const byLane = Map.groupBy(feed.marks, mark => mark.lane);
    feed.lanes.forEach((lane, laneIndex) => {
      const marks = byLane.get(lane.id) ?? [];
      const extents = marks.map(mark => this.extentOf(mark, x));
      const layout = layoutLane(extents, width, feed.lanes.length === 1 ? ROWS_ALONE : ROWS_IN_LANE);
      const placed = new Map(layout.marks.map(mark => [mark.id, mark]));
      marks.forEach((mark, i) => {
        const place = placed.get(mark.key) ?? null;
        const extent = extents[i];
        if (extent) this.standOne(mark, place, extent, marks);
        if (place) walked.push({ key: mark.key, lane: laneIndex, x: place.x, isInView: place.x >= 0 && place.x <= width });
      });
      const label = this.labels.get(lane.id);
      if (!label) return;
      label.style.height = `${laneHeight(layout.rows)}px`;
      label.classList.toggle('lane-empty', !extents.some(({ right, left }) => right >= 0 && left <= width));
    });
    this.walked = walked;
    this.keepFocusable();
    if (held && this.elements.get(held.key)?.button.hidden) this.focusPileOf(held.key);
  }

  /** A mark that had the focus and is now part of a pile hands it on to the pile. */
  private focusPileOf(key: string): void {
    for (const [carrier, marks] of this.piles) {
      if (marks.some(mark => mark.key === key)) this.elements.get(carrier)?.button.focus();
    }
  }

  /** An animation is laid out for where it ends. */
  private animatedRange(feed: Feed): { start: number; end: number } {
    const shown = this.daysShown();
    const isThere = shown.earliest === feed.window.earliest && shown.latest === feed.window.latest;
    if (!isThere) return this.paddedRange(feed.window);
    const { start, end } = this.vis.getWindow();
    return { start: start.valueOf(), end: end.valueOf() };
  }

  private extentOf(mark: FedMark, x: (day: Day) => number): LaneMark {
    const { form, earliest, latest, isDoubtful } = mark.shape;
    const left = x(earliest);
    const right = x(latest + 1);
    const middle = (left + right) / 2;
    const isOpened = mark.activity === this.feed?.opened;
    const labelWidth = textWidth(mark.label, `${isOpened ? OPENED_FONT : FONT} ${this.font}`);
    const base = { id: mark.key, labelWidth, isOpened, isSpan: form === 'between' };
    const radius = isOpened ? 6 : 5;
    if (form === 'day' || (isDoubtful && form === 'days')) {
      return { ...base, anchor: middle, left: middle - radius, right: middle + radius };
    }
    if (form === 'between') {
      return {
        ...base,
        anchor: clamp((Math.max(left, 0) + Math.min(right, this.width)) / 2, left, right),
        left,
        right,
      };
    }
    const half = Math.max(6, (right - left) / 2);
    const anchor = half > 24 ? clamp(12, middle - half + 12, middle + half - 12) : middle;
    return { ...base, anchor, left: middle - half, right: middle + half };
  }

  private standOne(mark: FedMark, placed: PlacedMark | null, extent: LaneMark, marks: readonly FedMark[]): void {
    const parts = this.elements.get(mark.key);
    if (!parts) return;
    const pile = placed?.pile ? marks.filter(other => placed.pile?.includes(other.key)) : null;
    if (pile) this.piles.set(mark.key, pile);
    standMark(parts, mark, {
      placed,
      shift: placed?.pile ? placed.x - (extent.left + extent.right) / 2 : 0,
      anchor: extent.anchor - Math.max(extent.left, -this.width),
      isOpened: mark.activity === this.feed?.opened,
      pileText: pile ? `+${pile.length}` : '',
      pileName: pile ? this.events.pileName(pile.length, spanOf(pile)) : '',
    });
  }

  /** One mark is in the tab order: the one last focused, else the first that is shown. */
  private keepFocusable(): void {
    const wanted = this.walked.some(mark => mark.key === this.focused) ? this.focused : this.walked[0]?.key;
    for (const [key, { button }] of this.elements) button.tabIndex = key === wanted ? 0 : -1;
  }

  private markAt(target: EventTarget | null): FedMark | undefined {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
    return this.feed?.marks.find(mark => mark.key === button?.dataset['key']);
  }

  private readonly handlePointerDown = (event: PointerEvent): void => {
    this.pressedAt = { x: event.clientX, y: event.clientY };
  };

  private readonly handleClick = (event: MouseEvent): void => {
    const mark = this.markAt(event.target);
    const pressed = this.pressedAt;
    this.pressedAt = null;
    if (!mark || (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 4)) return;
    const pile = this.piles.get(mark.key);
    if (!pile) {
      this.events.onOpen(mark.activity);
      return;
    }
    const span = spanOf(pile);
    const spare = Math.max(2, Math.round((span.latest - span.earliest + 1) * 0.15));
    this.events.onWindow(atLeast({ earliest: span.earliest - spare, latest: span.latest + spare }, FEWEST_DAYS));
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = ZOOM_KEYS[event.key];
    if (factor !== undefined) this.events.onZoom(factor);
    const mark = this.markAt(event.target);
    if (!mark) return;
    const next = walk(this.walked, mark.key, event.key);
    if (next === null) return;
    event.preventDefault();
    this.focus(next);
  };

  private readonly handleFocus = (event: FocusEvent): void => {
    const mark = this.markAt(event.target);
    if (!mark) return;
    this.focused = mark.key;
    this.keepFocusable();
  };

  /** Its first drawing fits everything; the window that was asked for comes back in the same tick. */
  private readonly keepFirstWindow = (): void => {
    this.vis.off('changed', this.keepFirstWindow);
    if (this.feed) this.moveTo(this.feed.window, false);
    this.settle();
  };

  /** Gives a mark the focus; one out of the window is brought into it first, and waits until it is drawn. */
  private focus(key: string): void {
    const parts = this.elements.get(key);
    const mark = this.feed?.marks.find(other => other.key === key);
    if (!parts || !mark) return;
    const { earliest, latest } = mark.shape;
    const shown = this.daysShown();
    if (parts.button.isConnected && latest >= shown.earliest && earliest <= shown.latest) {
      parts.button.focus();
      return;
    }
    this.awaited = key;
    const length = shown.latest - shown.earliest;
    const start = Math.round((earliest + latest - length) / 2);
    this.events.onWindow({ earliest: start, latest: start + length });
  }

  private readonly focusAwaited = (): void => {
    const button = this.awaited === null ? null : this.elements.get(this.awaited)?.button;
    if (!button?.isConnected || button.hidden) return;
    this.awaited = null;
    button.focus();
  };
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

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function spanOf(marks: readonly FedMark[]): DaySpan {
  return {
    earliest: Math.min(...marks.map(mark => mark.shape.earliest)),
    latest: Math.max(...marks.map(mark => mark.shape.latest)),
  };
}

function atLeast({ earliest, latest }: DaySpan, days: number): DaySpan {
  const missing = Math.max(0, days - (latest - earliest + 1));
  return { earliest: earliest - Math.floor(missing / 2), latest: latest + Math.ceil(missing / 2) };
}
