/*
 * The parts of vis-timeline that its own types leave out and that this folder reads, calls or replaces. A test compares them
 * with a real instance, so if an update of vis-timeline drops one, that test fails and names it.
 */

export interface PrivateParts {
  /** Makes the timeline draw at once or, if `queue` is set, in the next frame. */
  emit(event: '_change', how?: { queue: true }): void;
  /** How many times the timeline has drawn without its sizes becoming stable; after a few times it gives up. */
  redrawCount: number;
  /** Whether the timeline has moved its window to all items, as it does when it first draws. */
  initialFitDone: boolean;
  dom: { centerContainer: HTMLElement };
  timeAxis: PrivateTimeAxis;
  itemSet: PrivateItemSet;
}

export interface PrivateTimeAxis {
  body: {
    range: { start: number; end: number };
    domProps: { center: { width: number } };
    util: { toScreen(instant: Date): number };
  };
  dom: Record<DrawnKind, HTMLElement[]> & { redundant: Record<DrawnKind, HTMLElement[]> };
  props: { minorCharWidth: number; majorCharWidth: number };
  options: { orientation: { axis: string } };
  _repaintLabels(): void;
  _repaintMinorText(x: number, text: string, orientation: string, className: string): HTMLElement;
  _repaintMajorText(x: number, text: string, orientation: string, className: string): HTMLElement;
  _repaintMinorLine(x: number, width: number, orientation: string, className: string): HTMLElement;
  _repaintMajorLine(x: number, width: number, orientation: string, className: string): HTMLElement;
}

export type DrawnKind = 'lines' | 'majorTexts' | 'minorTexts';

export interface PrivateItemSet {
  constructor: { types: ItemTypes };
  groups: Readonly<Record<string, PrivateGroup>>;
  itemsData: { get(id: string): unknown };
  /** Makes items of the data with these ids. */
  _onAdd(ids: readonly string[]): void;
  /** Removes the items with these ids. */
  _onRemove(ids: readonly string[]): void;
  dom: { frame: HTMLElement };
  props: { height: number; _previousHeight: number };
}

/** A lane, and its elements, which get the height of its label. */
export interface PrivateGroup {
  height: number;
  width: number;
  props: { label: { height: number } };
  dom: Record<'label' | 'foreground' | 'background', HTMLElement>;
}

/** The classes of items by their `type`. */
export interface ItemTypes {
  range: ItemClass;
  mark?: ItemClass;
}

export type ItemClass = new (data: object, conversion: object, options: object) => PrivateRangeItem;

/** An interval between two instants (`instant.ts`). */
export interface Interval {
  start: number;
  end: number;
}

/** An item with a start and an end. */
export interface PrivateRangeItem {
  data: Interval;
  options: { template: (data: object) => HTMLElement };
  conversion: { toScreen: (instant: number) => number };
  parent: PrivateGroup;
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

/** Returns the same timeline, typed with its private parts. */
export function privateParts(timeline: object): PrivateParts {
  return timeline as PrivateParts;
}
