/*
 * The parts of vis-timeline that its own types leave out and that this folder reads, calls or replaces. A test compares
 * them with a real instance, so an update of vis-timeline that drops one fails there by its name.
 */

export interface PrivateParts {
  /** Draws at once, or when queued on the next frame. */
  emit(event: '_change', how?: { queue: true }): void;
  setCustomTimeMarker(title: string, id: string): void;
  /** How many times it has drawn without the sizes becoming stable; it gives up after a few. */
  redrawCount: number;
  /** Whether the window was moved to all items, which it does at its first drawing. */
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
  dom: { frame: HTMLElement };
  props: { height: number; _previousHeight: number };
}

/** A lane, and the elements that are made as high as its label. */
export interface PrivateGroup {
  height: number;
  width: number;
  props: { label: { height: number } };
  dom: Record<'label' | 'foreground' | 'background', HTMLElement>;
}

/** The classes of items, by the `type` that the data of an item names. */
export interface ItemTypes {
  range: ItemClass;
  mark?: ItemClass;
}

export type ItemClass = new (data: object, conversion: object, options: object) => PrivateRangeItem;

/** An interval of instants. */
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

/** The same timeline, with its private parts visible. */
export function privateParts(timeline: object): PrivateParts {
  return timeline as PrivateParts;
}
