/** A mark before the layout. All lengths and positions are in pixels. */
export interface LaneMark {
  key: string;
  lane: number;
  left: number;
  right: number;
  /** The x at which a leader (the line to a label) starts: the middle of the shape or of a span's circle. */
  anchor: number;
  labelWidth: number;
  /** Whether the activity is somewhere between two days. Such a mark is faint and in a row of its own. */
  isSpan: boolean;
  /** Whether the activity is opened. The opened mark is never part of a pile and gets its label first. */
  isOpened: boolean;
  /** Whether the mark has a colour. Its label is bold and is placed before those of other marks. */
  isPicked: boolean;
  /** The row of the shape. It is 0 until the layout has put overlapping shapes on different rows. */
  row: number;
  /** All marks of the pile whose first mark is this one. Only the layout sets this field. */
  pile?: readonly LaneMark[];
}

export type LabelSide = 'right' | 'left' | 'none';

/** A mark after the layout. Of a pile, only the first mark is placed. */
export interface PlacedMark {
  key: string;
  lane: number;
  isOpened: boolean;
  /** The x of the middle of a pile, or of the anchor of a single mark. */
  x: number;
  isInView: boolean;
  /** The row of the shape and the row of the label. If the label is on a lower row, a leader joins both. */
  row: number;
  labelRow: number;
  side: LabelSide;
  /**
   * The x at which the leader starts, from the left edge of the drawn shape. A shape that begins more than one axis
   * width before the axis is cut off there.
   */
  leader: number;
  /** The distance in pixels from the middle of a pile's first mark to the middle of the pile; 0 for a single mark. */
  shift: number;
  /** The keys of all marks of a pile, including this one. Null for a single mark. */
  pile: readonly string[] | null;
}

/** The radius in pixels of a dot, and of the hollow circle of a span. Also used by the style sheet. */
export const DOT_REACH = 5;
/** The distance in pixels between a shape, or its leader, and the label. Also used by the style sheet. */
export const LABEL_GAP = 6;
export const CLEARANCE = 8;
/** In pixels. Labels closer to the shapes of other marks go on a lower row, because readers could confuse them. */
export const FOREIGN_GAP = 24;
