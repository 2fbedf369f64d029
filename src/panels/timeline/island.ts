import { arrange, rowsOfLane } from '../../layout/arrange';
import { axisLabels } from '../../layout/axis-labels';
import type { Feed } from '../../layout/feed';
import { DOT_REACH, LABEL_GAP } from '../../layout/lane-marks';
import { laneHeight } from '../../layout/row-centre';
import type { DaySpan } from '../../lib/day';
import { roomOf } from '../../model/window-moves';
import { DensityCanvas } from './density-canvas';
import { DrawnLayout } from './drawn-layout';
import { applyGround, type Ground } from './ground';
import { LaneLabels } from './lane-labels';
import { type BoardEvents, MarkBoard } from './mark-board';
import { MarkTip, type TipWords } from './mark-tip';
import { textWidth } from './measure-text';
import { broughtBack } from './moves';
import { isSameWindow, windowAbout } from './shown-range';
import { moveBetween, ShownWindow } from './shown-window';
import { TextProbe } from './text-probe';
import { createTimelineHost, type TimelineHost } from './vis/timeline-host';

/** The callbacks by which the panel reacts to the reader's actions on marks, lanes and the window. */
export interface IslandEvents extends Omit<BoardEvents, 'onReach'> {
  /** Called when a gesture or a key has moved the window. */
  onWindow: (window: DaySpan) => void;
  onLane: (lane: string) => void;
  /** Returns the words for the tooltip of an activity. Null if the activity is not among the marks. */
  tipWords: (activity: string) => TipWords | null;
  /** Called when new positions of marks and lanes have been drawn. */
  onPlaced: () => void;
}

const FONT = '12px';
const BOLD_FONT = '600 12px';

/** The part of the timeline that React does not render. Draws a feed and reports the reader's actions. */
export class Island {
  private readonly labels: LaneLabels;
  private readonly host: TimelineHost;
  private readonly window: ShownWindow;
  private readonly board: MarkBoard;
  private readonly tip: MarkTip;
  private readonly density = new DensityCanvas();
  private readonly drawn: DrawnLayout;
  private readonly text: TextProbe;
  private ground: Ground | null = null;
  private feed: Feed | null = null;
  private frame = 0;
  private isGesture = false;
  /** True while a feed is applied, which may move the window several times. Only the last move draws the density. */
  private isFeeding = false;
  /** True from the moment that marks and lanes get new positions until these positions are drawn. */
  private isPlacing = false;
  /** The last feed received during a gesture. It is applied when the gesture ends. */
  private pending: Feed | null = null;

  constructor(
    private readonly container: HTMLElement,
    language: string,
    ground: Ground,
    private readonly events: IslandEvents,
    canAnimate: () => boolean,
  ) {
    this.labels = new LaneLabels(container, events.onLane);
    this.board = new MarkBoard(container, {
      ...events,
      onReach: span => events.onWindow(windowAbout(span, this.window.days())),
    });
    this.tip = new MarkTip(container, button => {
      const { pile, activity = '' } = button.dataset;
      if (pile !== undefined) return { title: button.getAttribute('aria-label') ?? '', date: '', values: [] };
      return events.tipWords(activity);
    });
    this.host = createTimelineHost(container, {
      markElement: key => this.board.boxOf(key),
      laneLabel: lane => this.labels.of(lane),
      axisLabels: axis => axisLabels(language, { ...axis, folds: this.window.folds }),
      onDrawn: () => {
        this.board.focusAwaited();
        this.labels.returnFocus();
        this.drawDensity();
        if (this.isPlacing) events.onPlaced();
        this.isPlacing = false;
      },
      onMove: isGesture => {
        this.tip.hide();
        if (isGesture) this.moving(true);
        this.drawDensity();
      },
      onGestureEnd: () => this.endGesture(),
    });
    this.drawn = new DrawnLayout(container, this.host, this.labels, this.density.element);
    this.window = new ShownWindow(this.host, this.drawn, canAnimate);
    this.text = new TextProbe(container, () => this.settle());
    container.parentElement?.prepend(this.density.element);
    container.style.setProperty('--dot-reach', `${DOT_REACH}px`);
    container.style.setProperty('--label-gap', `${LABEL_GAP}px`);
    this.prepare(ground);
    this.window.moveTo(ground.window, 'set');
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.text.destroy();
    this.board.destroy();
    this.tip.destroy();
    this.host.destroy();
    this.density.element.remove();
  }

  /** Shows the timeline for the first time or again. Hiding the timeline ends a gesture. */
  show(): void {
    this.moving(false);
    this.pending = null;
    this.host.show();
  }

  /** Draws axis and lanes before the marks, to find the width that the lane labels leave for the marks. */
  drawGround(): void {
    this.redraw();
    this.drawn.measureWidth();
  }

  update(feed: Feed): void {
    if (this.isGesture) {
      this.pending = feed;
      return;
    }
    const before = this.feed;
    this.feed = feed;
    this.isFeeding = true;
    this.container.parentElement?.toggleAttribute('data-coloured', feed.isColoured);
    this.prepare(feed);
    this.window.moveTo(feed.window, moveBetween(before, feed));
    if (before?.marks !== feed.marks) this.board.setMarks(feed.marks);
    if (before?.density !== feed.density) this.density.paint(feed.density);
    this.isFeeding = false;
    this.layOut();
  }

  private moving(isGesture: boolean): void {
    this.isGesture = isGesture;
    this.container.classList.toggle('is-moving', isGesture);
  }

  /**
   * Ends a gesture. Applies the feed received during the gesture, with the window at which the gesture ended. If no
   * feed was received and the window has changed, the marks are placed once the feed for the new window arrives.
   */
  private endGesture(): void {
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
    applyGround(this.host, this.labels, ground, before);
  }

  /** Draws the density. Runs in every frame of a gesture, so it only copies and stretches the existing paintings. */
  private drawDensity(): void {
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
  }

  /** Places the marks, and draws everything in the next frame. */
  private layOut(): void {
    if (this.drawn.width === 0 || this.frame !== 0) {
      this.settle();
      return;
    }
    this.placeMarks();
    this.drawn.forget();
    this.host.draw('nextFrame');
  }

  /** Measures the width of the axis in the next frame, then places the marks for this width and draws everything. */
  private settle(): void {
    const { feed } = this;
    if (!feed) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawn.forget();
      if (this.drawn.width === 0) this.redraw();
      this.drawn.measureWidth();
      if (!this.window.isSetForItsWidth && !this.isGesture) this.window.moveTo(feed.window, 'set');
      this.placeMarks();
      this.redraw();
    });
  }

  private redraw(): void {
    this.drawn.forget();
    this.host.draw('now');
  }

  /**
   * Gives each mark its row and label, and each lane its height, for the feed's window. The host gets only the marks
   * that are drawn, because marks hidden in a pile would become invisible elements.
   */
  private placeMarks(): void {
    const { feed } = this;
    if (!feed || this.drawn.width === 0) return;
    const range = this.window.rangeAt(feed.window);
    const widthOf = (label: string, isBold: boolean) => textWidth(label, isBold ? BOLD_FONT : FONT, this.text.style);
    const arrangement = arrange(feed, range, widthOf, rowsOfLane(feed.lanes.length), this.drawn.room);
    const { lanes } = arrangement;
    this.board.apply(arrangement);
    this.host.setItems(
      feed.marks.filter(mark => arrangement.marks.has(mark.key)),
      feed.gaps,
    );
    const heights = new Map(lanes.map(({ id, rows }) => [id, laneHeight(rows)]));
    this.labels.fit(lanes, heights);
    this.host.setLaneHeights(heights);
    this.isPlacing = true;
  }
}
