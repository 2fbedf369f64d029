const FIRST_ROW = 16;
/** The height in pixels of a row, except the first. */
export const ROW_HEIGHT = 18;
/** The free space in pixels between the first row and the second row. */
const ROW_DROP = 3;

/** Returns the y of the middle of a row, in pixels from the top of its lane. */
export function rowCentre(row: number): number {
  return row === 0 ? FIRST_ROW : FIRST_ROW + ROW_DROP + row * ROW_HEIGHT;
}

export function laneHeight(rows: number): number {
  return rows <= 1 ? 32 : rowCentre(rows - 1) + 13;
}
