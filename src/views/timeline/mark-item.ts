/** An interval of instants. */
interface Interval {
  start: number;
  end: number;
}

/** What marks change in vis-timeline's items with a beginning and an end. */
interface RangeItem {
  data: Interval;
  overflow: boolean;
  isVisible(range: Interval): boolean;
  _getDomComponentsSizes(): { content: { width: number }; box: { height: number } };
}

type ItemClass = new (data: object, conversion: object, options: object) => RangeItem;

/** The classes of items, by the `type` that an item's data names. */
interface ItemSetClass {
  types: Record<'range', ItemClass> & Partial<Record<'mark', ItemClass>>;
}

/** What vis-timeline keeps drawn on either side of the window, as a part of it. */
const MARGIN = 0.25;

/**
 * Items of `type: 'mark'`. vis-timeline takes items that it keeps drawn beside the window out of the page and puts them back
 * on every frame, as its one rule of what is visible contradicts the other; and it measures an item when it comes into view,
 * for which the browser lays everything out. Marks follow one rule, and their size is known: lanes are as high as their label.
 */
export function addMarkType(vis: object): void {
  const { types } = (vis as { itemSet: { constructor: ItemSetClass } }).itemSet.constructor;
  types.mark ??= class Mark extends types.range {
    override isVisible({ start, end }: Interval): boolean {
      const margin = (end - start) * MARGIN;
      return this.data.start < end + margin && this.data.end > start - margin;
    }

    override _getDomComponentsSizes() {
      this.overflow = true;
      return { content: { width: 0 }, box: { height: 0 } };
    }
  };
}
