/*
 * The parts of vis-timeline that its published types leave out and that this folder reads, calls or replaces. A test
 * compares these interfaces with a real instance. If an update of vis-timeline removes a part, the test fails and names
 * the part.
 */

export interface PrivateParts {
  /** Makes the timeline draw at once or, if `queue` is set, in the next frame. */
  emit(event: '_change', how?: { queue: true }): void;
  /** The number of successive drawings that still changed sizes. vis-timeline gives up after a few such drawings. */
  redrawCount: number;
  /** Whether the timeline has already moved its window to all items, which the first drawing does by default. */
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
  _onAdd(ids: readonly string[]): void;
  _onRemove(ids: readonly string[]): void;
  dom: { frame: HTMLElement };
  props: { height: number; _previousHeight: number };
}

/** A lane. Its elements get the height of its label. */
export interface PrivateGroup {
  height: number;
  width: number;
  props: { label: { height: number } };
  dom: Record<'label' | 'foreground' | 'background', HTMLElement>;
}

/** vis-timeline's classes of items, by the `type` of an item. */
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

export function privateParts(timeline: object): PrivateParts {
  return timeline as PrivateParts;
}
