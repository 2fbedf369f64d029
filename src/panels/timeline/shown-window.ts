import type { DaySpan } from '../../lib/day';
import { dayAtPlace, type Folds, placeOf } from '../../model/folding';
import type { DrawnRange } from './arrange';
import type { Vis } from './create-vis';
import { daysOf, instantOf } from './instant';
import { daysIn, isSameWindow, rangeOf } from './shown-range';

/** The window as vis-timeline shows it on an axis of some width: its instants as days, and as places beside folded days. */
export class ShownWindow {
  folds: Folds = [];
  /** The width for which it was set: its pads are in pixels. */
  private setFor = 0;

  constructor(
    private readonly vis: Vis,
    private readonly axis: { readonly width: number },
    private readonly canAnimate: () => boolean,
  ) {}

  get isSetForItsWidth(): boolean {
    return this.setFor === this.axis.width;
  }

  range(): DrawnRange {
    const { start, end } = this.vis.getWindow();
    const place = (instant: Date) => placeOf(this.folds, daysOf(instant));
    return { start: place(start), end: place(end), width: this.axis.width };
  }

  days(): DaySpan {
    return daysIn(this.range(), this.folds);
  }

  /** The range in which an animation towards a window ends. */
  rangeAt(window: DaySpan): DrawnRange {
    return isSameWindow(this.days(), window) ? this.range() : rangeOf(window, this.folds, this.axis.width);
  }

  moveTo(window: DaySpan, isMove: boolean): void {
    if (isMove && isSameWindow(this.days(), window)) return;
    this.setFor = this.axis.width;
    const { start, end } = rangeOf(window, this.folds, this.axis.width);
    const instant = (place: number, side: 'start' | 'end') => instantOf(dayAtPlace(this.folds, place, side));
    this.vis.setWindow(instant(start, 'start'), instant(end, 'end'), {
      animation: isMove && this.canAnimate() ? { duration: 160 } : false,
    } as never);
  }
}
