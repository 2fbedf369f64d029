import type { DrawnRange } from '../../layout/arrange';
import type { DaySpan } from '../../lib/day';
import { axisPosition, dayAtPosition, type Folds } from '../../model/folding';
import { daysIn, isSameWindow, rangeOf } from './shown-range';
import type { TimelineHost } from './vis/timeline-host';

const ANIMATION_MS = 160;

/** The window that the timeline shows. Converts between its days and its axis positions (`model/folding.ts`). */
export class ShownWindow {
  folds: Folds = [];
  /** The width of the axis when the window was set. The pads are in pixels, so another width needs another range. */
  private setFor = 0;

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

  /** Returns the range that is drawn for a window, or will be when the animation towards it ends. */
  rangeAt(window: DaySpan): DrawnRange {
    return isSameWindow(this.days(), window) ? this.range() : rangeOf(window, this.folds, this.axis.width);
  }

  moveTo(window: DaySpan, isMove: boolean): void {
    if (isMove && isSameWindow(this.days(), window)) return;
    this.setFor = this.axis.width;
    const { start, end } = rangeOf(window, this.folds, this.axis.width);
    const duration = isMove && this.canAnimate() ? ANIMATION_MS : undefined;
    this.host.showDays(dayAtPosition(this.folds, start, 'start'), dayAtPosition(this.folds, end, 'end'), duration);
  }
}
