import { CLEARANCE, FOREIGN_GAP, LABEL_GAP, type LabelSide, type LaneMark } from './lane-marks';
import type { Rows } from './lane-rows';

const EDGE = 3;

export interface LabelRoom {
  maxRows: number;
  /** Tries all rows to the right of the mark before any to the left, so that labels look like stairs. */
  isStair: boolean;
}

export interface PlacedLabel {
  labelRow: number;
  side: LabelSide;
}

/**
 * Reserves room for a label beside its shape, or else on a lower row, to which a leader joins the shape. Returns null
 * if no row has room.
 */
export function placeLabel(
  shape: LaneMark,
  row: number,
  rows: Rows,
  width: number,
  { maxRows, isStair }: LabelRoom,
): PlacedLabel | null {
  const { left, right, anchor, labelWidth } = shape;
  const own = rows.at(row);
  const after = right + LABEL_GAP;
  const end = after + labelWidth;
  // Only shapes that start further right matter. This mark is between its label and all shapes that start further left.
  const isFree =
    own.isFree(after - 2, end + CLEARANCE) &&
    own.hasNoShape(after - FOREIGN_GAP, end + FOREIGN_GAP, from => from > left);
  if (fits(after, end, width, anchor) && isFree) {
    own.take(after, end + 2, 'label');
    return { labelRow: row, side: 'right' };
  }
  // A label to the left of its shape needs no clearance on its right.
  const before = left - LABEL_GAP - labelWidth;
  const isFreeBefore =
    own.isFree(before - 2, before + labelWidth) &&
    own.hasNoShape(before - FOREIGN_GAP, left - LABEL_GAP + FOREIGN_GAP, (_, to) => to < right);
  if (fits(before, before + labelWidth, width, anchor) && isFreeBefore) {
    own.take(before, before + labelWidth + 2, 'label');
    return { labelRow: row, side: 'left' };
  }
  const sides = SIDES.map(side => ({ side, from: startBelow(shape, side) })).filter(({ from }) =>
    fits(from, from + labelWidth, width, anchor),
  );
  for (const tried of isStair ? sides.map(place => [place]) : [sides]) {
    for (let labelRow = row + 1; labelRow <= maxRows; labelRow += 1) {
      // If a row blocks the leader (the line from the mark to its label), no lower row can be reached.
      if (labelRow > row + 1 && !rows.at(labelRow - 1).allowsLeaderAt(anchor)) break;
      for (const { side, from } of tried) {
        const to = from + labelWidth;
        // The end of the leader takes room in the row of the label.
        const start = Math.min(from, anchor) - 2;
        if (!rows.at(labelRow).isFree(start, to + CLEARANCE)) continue;
        for (let between = row + 1; between < labelRow; between += 1)
          rows.at(between).take(anchor - 2, anchor + 2, 'leader');
        rows.at(labelRow).take(from, Math.max(to, anchor) + 2, 'label');
        return { labelRow, side };
      }
    }
  }
  return null;
}

const SIDES = ['right', 'left'] as const;

/** Returns whether a label has room between `from` and `to`, and is in view exactly if its mark is. */
function fits(from: number, to: number, width: number, anchor: number): boolean {
  if (anchor < 0) return to <= 0;
  if (anchor > width) return from >= width;
  return from >= EDGE && to <= width - EDGE;
}

function startBelow({ anchor, labelWidth }: LaneMark, side: 'right' | 'left'): number {
  return side === 'right' ? anchor + LABEL_GAP : anchor - LABEL_GAP - labelWidth;
}
