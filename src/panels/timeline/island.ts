import type { DataSet } from 'vis-data/esnext';
import type { DaySpan } from '../../lib/day';
import { arrange } from './arrange';
import { fewestDays, foldAxis, limitAxis } from './axis-range';
import { createVis, type Vis, type VisGroup } from './create-vis';
import { DensityCanvas } from './density-canvas';
import { DrawnLayout } from './drawn-layout';
import type { Feed } from './feed';
import { instantOf } from './instant';
import { groupIdOf, itemsOf, laneOf, markKeyOf, type VisItem } from './items';
import { LaneHeights } from './lane-heights';
import { LaneLabels } from './lane-labels';
import { DOT_REACH, LABEL_GAP } from './layout';
import { type ChosenPile, MarkBoard } from './mark-board';
import { laneHeight } from './mark-element';
import { type TextStyle, textWidth } from './measure-text';
import { broughtBack, roomOf } from './moves';
import { isSameWindow, windowAbout } from './shown-range';
import { ShownWindow } from './shown-window';
import { writeOwnDates } from './time-axis';

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
  pileName: (count: number, span: DaySpan, laneName: string) => string;
}

/** Axis and lanes, without what stands on them. */
type Ground = Pick<Feed, 'folds' | 'bounds' | 'lanes' | 'window'>;

const FONT = '12px';
const OPENED_FONT = '600 12px';
const LINE = 'opened';
/** Its width changes with the font and with the spacing of letters and words. */
const PROBE = 'Width of a label';

/**
 * The only home of vis-timeline. It is given a feed and answers with events; nothing else of it is known outside. All of
 * its dates are instants in UTC, all of its contents are elements made here.
 */
export class Island {
  /** Gives it its room in the page. */
  readonly show: () => void;
  private readonly labels: LaneLabels;
  private readonly heights: LaneHeights;
  private readonly vis: Vis;
  private readonly window: ShownWindow;
  private readonly items: DataSet<VisItem, 'id'>;
  private readonly groups: DataSet<VisGroup, 'id'>;
  private readonly board: MarkBoard;
  private readonly density = new DensityCanvas();
  private readonly drawn: DrawnLayout;
  private readonly observer: ResizeObserver;
  private readonly probe = document.createElement('span');
  private textStyle: TextStyle;
  private ground: Ground | null = null;
  private feed: Feed | null = null;
  private frame = 0;
  private isGesture = false;
  /** While it takes in a feed, in which the view may move: what stands then is drawn once, at its end. */
  private isFeeding = false;
  private pending: Feed | null = null;
  private hasLine = false;

  constructor(
    private readonly container: HTMLElement,
    language: string,
    ground: Ground,
    private readonly events: IslandEvents,
    canAnimate: () => boolean,
  ) {
    this.labels = new LaneLabels(events.onLane);
    this.drawn = new DrawnLayout(container, this.labels, this.density.element);
    this.board = new MarkBoard(container, {
      onOpen: events.onOpen,
      onZoom: events.onZoom,
      pileText: events.pileText,
      pileName: events.pileName,
      onPile: events.onPile,
      onReach: span => events.onWindow(windowAbout(span, this.window.days())),
    });
    const { vis, items, groups, show } = createVis(container, {
      ofItem: id => this.board.boxOf(markKeyOf(id) ?? '') ?? document.createElement('span'),
      ofGroup: id => this.labels.of(laneOf(id)),
    });
    this.vis = vis;
    writeOwnDates(vis.timeAxis, language, () => this.ground?.folds ?? null);
    this.window = new ShownWindow(vis, this.drawn, canAnimate);
    this.heights = new LaneHeights(vis);
    this.items = items;
    this.groups = groups;
    this.vis.on('changed', () => this.board.focusAwaited());
    this.vis.on('changed', this.labels.returnFocus);
    this.probe.className = 'label-probe';
    this.probe.setAttribute('aria-hidden', 'true');
    this.probe.textContent = PROBE;
    this.container.parentElement?.prepend(this.density.element, this.probe);
    this.textStyle = textStyleOf(this.probe);
    container.style.setProperty('--dot-reach', `${DOT_REACH}px`);
    container.style.setProperty('--label-gap', `${LABEL_GAP}px`);
    this.vis.on('changed', this.drawDensity);
    this.vis.on('rangechange', ({ byUser }: { byUser: boolean }) => {
      if (byUser) this.moving(true);
      this.drawDensity();
    });
    this.vis.on('rangechanged', ({ byUser }: { byUser: boolean }) => {
      if (byUser) this.rest();
    });
    this.show = show;
    this.prepare(ground);
    this.window.moveTo(ground.window, false);
    let seen: string | null = null;
    this.observer = new ResizeObserver(() => {
      // Its height is of its own making.
      const present = `${container.clientWidth} ${this.probe.offsetWidth}`;
      if (seen !== null && present !== seen) {
        this.textStyle = textStyleOf(this.probe);
        this.settle();
      }
      seen = present;
    });
    this.observer.observe(container);
    this.observer.observe(this.probe);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.board.destroy();
    this.vis.destroy();
    this.density.element.remove();
    this.probe.remove();
    // What vis-timeline leaves behind when it goes before its first drawing.
    this.container.replaceChildren();
  }

  /** Draws what the marks stand on: then it is known what room the lanes' names leave to them. */
  drawGround(): void {
    this.redraw();
    this.drawn.measureWidth();
  }

  private moving(isGesture: boolean): void {
    this.isGesture = isGesture;
    this.container.classList.toggle('is-moving', isGesture);
  }

  /**
   * The gesture has come to rest: what was to be fed meanwhile goes in, under the window as it is now. Where that is another
   * one, marks are laid out anew with the feed that it brings.
   */
  private rest(): void {
    this.moving(false);
    const { feed, pending } = this;
    this.pending = null;
    if (!feed) {
      if (pending) this.update(pending);
      return;
    }
    const window = broughtBack(this.window.days(), { room: roomOf(feed.window, feed), folds: feed.folds });
    if (pending || isSameWindow(feed.window, window)) this.update({ ...(pending ?? feed), window });
    this.events.onWindow(window);
  }

  private prepare(ground: Ground): void {
    const before = this.ground;
    this.ground = ground;
    this.window.folds = ground.folds;
    if (before?.folds !== ground.folds) foldAxis(this.vis, ground.folds);
    this.limit(ground, before);
    if (before?.lanes !== ground.lanes) this.feedLanes(ground);
  }

  private limit(ground: Ground, before: Ground | null): void {
    const room = roomOf(ground.window, ground);
    const isAsBefore =
      before !== null &&
      isSameWindow(roomOf(before.window, before), room) &&
      fewestDays(before.window) === fewestDays(ground.window);
    if (!isAsBefore) limitAxis(this.vis, room, ground.window);
  }

  update(feed: Feed): void {
    if (this.isGesture) {
      this.pending = feed;
      return;
    }
    const before = this.feed;
    this.feed = feed;
    this.isFeeding = true;
    this.prepare(feed);
    this.window.moveTo(feed.window, before !== null && before.folds === feed.folds);
    if (before?.marks !== feed.marks || before?.gaps !== feed.gaps) this.feedItems(feed);
    if (before?.density !== feed.density) this.density.paint(feed.density);
    if (before?.line !== feed.line) this.drawLine(feed);
    this.isFeeding = false;
    this.layOut();
  }

  private feedLanes({ lanes }: Ground): void {
    this.labels.describe(lanes);
    const wanted = new Set(lanes.map(lane => groupIdOf(lane.id)));
    const gone = this.groups.getIds().filter(id => !wanted.has(String(id)));
    if (gone.length > 0) this.groups.remove(gone);
    const placed = lanes.map(({ id }, order) => ({ id: groupIdOf(id), content: id, order }));
    const moved = placed.filter(({ id, order }) => this.groups.get(id)?.order !== order);
    if (moved.length > 0) this.groups.update(moved);
    this.container.classList.toggle(
      'tree-lanes',
      lanes.some(lane => lane.isOpen !== null),
    );
    this.container.classList.toggle('one-lane', lanes.length === 1 && lanes[0]?.label === '');
  }

  private feedItems({ marks, gaps }: Feed): void {
    this.board.holdFocus();
    for (const mark of marks) this.board.put(mark);
    const wanted = itemsOf({ marks, gaps });
    const gone = this.items.getIds().filter(id => !wanted.has(String(id)));
    const added = [...wanted.values()].filter(item => this.items.get(item.id) === null);
    if (gone.length > 0) this.items.remove(gone);
    if (added.length > 0) this.items.add(added);
    for (const id of gone) this.board.remove(markKeyOf(String(id)) ?? '');
  }

  private drawLine({ line }: Feed): void {
    if (this.hasLine) this.vis.removeCustomTime(LINE);
    this.hasLine = line !== null;
    if (!line) return;
    this.vis.addCustomTime(instantOf(line.day + 0.5), LINE);
    this.vis.setCustomTimeMarker(line.label, LINE);
  }

  /** On every frame of a gesture: it only stretches what is painted. */
  private readonly drawDensity = (): void => {
    const { feed, drawn } = this;
    if (feed === null || drawn.width === 0 || this.isFeeding) return;
    if (!drawn.isRead) {
      if (drawn.measureWidth()) {
        this.settle();
        return;
      }
      this.density.readColours();
    }
    this.density.draw(this.window.range(), feed.folds, drawn.lanes());
  };

  /** Lays everything out and has it drawn, with what else has changed, on the next frame. */
  private layOut(): void {
    if (this.drawn.width === 0 || this.frame !== 0) {
      this.settle();
      return;
    }
    this.stand();
    this.drawn.forget();
    this.vis.emit('_change', { queue: true });
  }

  /** Lays everything out anew for a width that is not known yet: before the first feed, the lanes' names take none of it. */
  private settle(): void {
    const { feed } = this;
    if (!feed) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawn.forget();
      if (this.drawn.width === 0) this.redraw();
      this.drawn.measureWidth();
      if (!this.window.isSetForItsWidth && !this.isGesture) this.window.moveTo(feed.window, false);
      this.stand();
      this.redraw();
    });
  }

  /** Its public `redraw` takes every element out and puts it back, and the focus is lost; this only measures and draws. */
  private redraw(): void {
    this.drawn.forget();
    this.vis.emit('_change');
  }

  /** Gives every mark its row and label for the window as the feed has it. */
  private stand(): void {
    const { feed } = this;
    if (!feed || this.drawn.width === 0) return;
    const arrangement = arrange(feed, this.window.rangeAt(feed.window), (label, isOpened) =>
      textWidth(label, isOpened ? OPENED_FONT : FONT, this.textStyle),
    );
    this.board.apply(arrangement, feed.opened);
    for (const { id, rows, isEmpty } of arrangement.lanes) {
      const label = this.labels.of(id);
      if (!label) continue;
      label.style.minHeight = `${laneHeight(rows)}px`;
      // The opened activity is a mark even where facets or text have emptied its lane.
      label.classList.toggle('lane-empty', isEmpty);
    }
    this.heights.set(new Map(arrangement.lanes.map(({ id, rows }) => [groupIdOf(id), laneHeight(rows)])));
  }
}

/** A copy, as a computed style is live and each look at it may have the page styled. */
function textStyleOf(element: Element): TextStyle {
  const { fontFamily, letterSpacing, wordSpacing } = getComputedStyle(element);
  return { fontFamily, letterSpacing, wordSpacing };
}
