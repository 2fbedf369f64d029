/** A mark before the layout: the horizontal extent of its shape, in pixels, and the width of its label. */
export interface LaneMark {
  key: string;
  /** Number of its lane, from the top. */
  lane: number;
  /** The drawn shape. */
  left: number;
  right: number;
  /** Where a leader starts: the middle of the shape, or of the hollow circle of a span. */
  anchor: number;
  labelWidth: number;
  /** Drawn faint over its whole extent; gets a row of its own. */
  isSpan: boolean;
  /** Is never part of a pile, and gets its label first. */
  isOpened: boolean;
  /** Row of the shape; 0 until the layout has stacked the shapes. */
  row: number;
  /** Set by the layout: the marks that it stands for, itself included. */
  pile?: readonly LaneMark[];
}

export type LabelSide = 'right' | 'left' | 'none';

/** A mark after the layout. Marks in the pile of another one are not placed. */
export interface PlacedMark {
  key: string;
  lane: number;
  isOpened: boolean;
  /** Middle of a pile, otherwise the anchor. */
  x: number;
  isInView: boolean;
  /** Row of the shape, and of its label; a label below its shape hangs on a leader. */
  row: number;
  labelRow: number;
  side: LabelSide;
  /** Where the leader starts, from the visible start of the shape. */
  leader: number;
  /** Middle of a pile, from the middle of the mark that carries it. */
  shift: number;
  /** Keys of the marks that it stands for, itself included; null for a single mark. */
  pile: readonly string[] | null;
}

/** From the middle of a dot, or of the hollow circle of a span, to its edge. The style sheet draws with the same numbers. */
export const DOT_REACH = 5;
/** Between a shape, or its leader, and a label. */
export const LABEL_GAP = 6;
/** Free space after a label. */
export const CLEARANCE = 8;
