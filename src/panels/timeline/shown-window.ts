import type { DrawnRange } from '../../layout/arrange';
import type { Feed } from '../../layout/feed';
import type { DaySpan } from '../../lib/day';
import { axisPosition, dayAtPosition, type Folds } from '../../model/folding';
import { daysIn, isSameWindow, rangeOf } from './shown-range';
import type { TimelineHost } from './vis/timeline-host';

const ANIMATION_MS = 160;

/** The window that the timeline shows, in days and in axis positions (`model/folding.ts`). */
export class ShownWindow {
  folds: Folds = [];
  /** The width of the axis when the window was set. For another width, the pads require another range. */
  private setFor = 0;
  /** The window that a running animation moves to, and the time (`performance.now()`) at which the animation ends. */
  private target: { window: DaySpan; folds: Folds; at: number } | null = null;

  constructor(
    private readonly host: TimelineHost,
    private readonly axis: { readonly width: number },
    private readonly canAnimate: () => boolean,
  ) {}

  get isSetForItsWidth(): boolean {
    return this.setFor === this.axis.width;
  }

  range(): DrawnRange {
    const { start, end } = this.host.shownDays();
    return { start: axisPosition(this.folds, start), end: axisPosition(this.folds, end), width: this.axis.width };
  }

  days(): DaySpan {
    return daysIn(this.range(), this.folds);
  }

  /** Returns the drawn range or, if `window` is not shown yet, the range at the end of the animation. */
  rangeAt(window: DaySpan): DrawnRange {
    return isSameWindow(this.days(), window) ? this.range() : rangeOf(window, this.folds, this.axis.width);
  }

  /**
   * Moves to a window. `glide` animates the move, unless the reader prefers reduced motion. `jump` moves without
   * animation. Both do nothing if the window is already shown or an animation is already moving to it. `set` always
   * sets the window, without animation.
   */
  moveTo(window: DaySpan, how: 'set' | 'jump' | 'glide'): void {
    if (how !== 'set' && (isSameWindow(this.days(), window) || this.isGlidingTo(window))) return;
    this.setFor = this.axis.width;
    const { start, end } = rangeOf(window, this.folds, this.axis.width);
    const duration = how === 'glide' && this.canAnimate() ? ANIMATION_MS : undefined;
    this.target = duration === undefined ? null : { window, folds: this.folds, at: performance.now() + duration };
    this.host.showDays(dayAtPosition(this.folds, start, 'start'), dayAtPosition(this.folds, end, 'end'), duration);
  }

  private isGlidingTo(window: DaySpan): boolean {
    const { target } = this;
    return (
      target !== null &&
      target.folds === this.folds &&
      this.isSetForItsWidth &&
      performance.now() < target.at &&
      isSameWindow(target.window, window)
    );
  }
}

/** Returns how to move to the window of the next feed: animated only if both feeds have the same marks. */
export function moveBetween(
  before: Pick<Feed, 'folds' | 'marks'> | null,
  after: Pick<Feed, 'folds' | 'marks'>,
): 'set' | 'jump' | 'glide' {
  if (before === null || before.folds !== after.folds) return 'set';
  return before.marks === after.marks ? 'glide' : 'jump';
}
