/** An interval of instants. */
interface Interval {
  start: number;
  end: number;
}

/** What marks take over from vis-timeline's items with a beginning and an end. */
interface RangeItem {
  data: Interval;
  options: { template: (data: object) => HTMLElement };
  conversion: { toScreen: (instant: number) => number };
  parent: { width: number; dom: { foreground: HTMLElement } };
  dom: { box: HTMLElement } | null;
  displayed: boolean;
  dirty: boolean;
  height: number;
  left: number;
  right: number;
  width: number;
  isVisible(range: Interval): boolean;
  redraw(isQueued: boolean): (() => void)[] | undefined;
  repositionX(): void;
  repositionY(): void;
}

type ItemClass = new (data: object, conversion: object, options: object) => RangeItem;

/** The classes of items, by the `type` that an item's data names. */
interface ItemSetClass {
  types: Record<'range', ItemClass> & Partial<Record<'mark', ItemClass>>;
}

/** What vis-timeline keeps drawn on either side of the window, as a part of it. */
const MARGIN = 0.25;

/**
 * Items of `type: 'mark'`: an element that is given, as wide as its interval, and nothing around it. vis-timeline would put
 * five more about it, compare what it says letter by letter, and measure it when it comes into view, for which the browser
 * lays everything out; items that it keeps drawn beside the window it takes out of the page and puts back on every frame, as
 * its one rule of what is visible contradicts the other. Lanes are as high as their label.
 */
export function addMarkType(vis: object): void {
  const { types } = (vis as { itemSet: { constructor: ItemSetClass } }).itemSet.constructor;
  types.mark ??= class Mark extends types.range {
    private drawnWidth = 0;

    override isVisible({ start, end }: Interval): boolean {
      const margin = (end - start) * MARGIN;
      return this.data.start < end + margin && this.data.end > start - margin;
    }

    override redraw(isQueued: boolean): (() => void)[] | undefined {
      if (isQueued) return [() => this.draw()];
      this.draw();
      return undefined;
    }

    private draw(): void {
      this.dom ??= { box: this.options.template(this.data) };
      if (!this.dom.box.parentNode) this.parent.dom.foreground.append(this.dom.box);
      this.displayed = true;
      this.height = 0;
      this.dirty = false;
    }

    /** Browsers show nothing that is very wide: what reaches further than a width beyond the window ends there. */
    override repositionX(): void {
      const { parent, conversion, data, dom } = this;
      const start = Math.max(conversion.toScreen(data.start), -parent.width);
      const end = Math.min(conversion.toScreen(data.end), 2 * parent.width);
      this.width = Math.max(Math.round((end - start) * 1000) / 1000, 1);
      this.left = start;
      this.right = start;
      if (!dom) return;
      dom.box.style.transform = `translateX(${start}px)`;
      if (this.drawnWidth !== this.width) dom.box.style.width = `${this.width}px`;
      this.drawnWidth = this.width;
    }

    /** Marks stand in their lane's rows by themselves. */
    override repositionY(): void {}
  };
}
