import type { Interval, ItemTypes } from './private-parts';

/** Items within this distance of the window stay in the page. The distance is a share of the window's length. */
const MARGIN = 0.25;

/**
 * Adds the item type `mark`, which shows one given element as wide as the item's interval. vis-timeline's own items are
 * slower in three ways. Each has five more elements and compares its content letter by letter. Each is measured when it
 * comes into view, so the browser has to lay out the page. And just outside the window, two contradictory rules remove
 * and insert each item in every frame.
 */
export function addMarkType(types: ItemTypes): void {
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
      if (!this.dom) {
        this.dom = { box: this.options.template(this.data) };
        this.dom.box.classList.add('vis-item');
      }
      if (!this.dom.box.parentNode) this.parent.dom.foreground.append(this.dom.box);
      this.displayed = true;
      this.height = 0;
      this.dirty = false;
    }

    /** The box extends at most one timeline width outside, because browsers do not paint very wide elements. */
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

    /** Does nothing, because the mark's element sets its own row in the lane. */
    override repositionY(): void {}
  };
}
