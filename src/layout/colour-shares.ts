import { MOST_COLOURS } from '../model/colour';

/**
 * Returns the number of marks with each colour, then the number without a colour. A mark with two colours counts half
 * for each.
 */
export function sharesIn(marks: readonly { colours?: readonly number[] }[]): number[] {
  const shares = Array.from({ length: MOST_COLOURS + 1 }, () => 0);
  for (const { colours = [] } of marks) {
    const own = colours.length > 0 ? colours : [MOST_COLOURS];
    for (const colour of own) shares[colour] = (shares[colour] ?? 0) + 1 / own.length;
  }
  return shares;
}
