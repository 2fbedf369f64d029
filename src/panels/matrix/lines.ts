import type { MatrixAxis, MatrixLine } from '../../model/answer';
import { type Facet, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { LaneSort } from '../../model/view';

/** A row or a column as it is drawn. */
export interface Line extends MatrixLine {
  /** Its place in the answer's axis, and so in the cells. */
  place: number;
  depth: number;
  /** The value above it, where that one is opened. */
  above: string | null;
  isOpened: boolean;
}

/** The lines of an axis in the wanted order, by number that of the selection: each opened value followed by those below it, `_none` always last. */
export function orderedLines(
  facet: Facet,
  { lines }: MatrixAxis,
  order: LaneSort,
  compareNames: (a: string, b: string) => number,
): Line[] {
  const { parentOf } = facetTree(facet);
  const siblings = new Map<string | null, Line[]>();
  lines.forEach((line, place) => {
    const above = parentOf(line.value) ?? null;
    const group = siblings.get(above) ?? [];
    siblings.set(above, group);
    group.push({ ...line, place, depth: 0, above, isOpened: false });
  });
  const compare = (a: Line, b: Line): number =>
    Number(a.value === NONE) - Number(b.value === NONE) ||
    (order === 'name' ? compareNames(a.value, b.value) : order === 'count' ? b.count - a.count : 0) ||
    a.place - b.place;
  const under = (above: string | null, depth: number): Line[] =>
    (siblings.get(above) ?? []).sort(compare).flatMap(line => {
      const below = under(line.value, depth + 1);
      return [{ ...line, depth, isOpened: below.length > 0 }, ...below];
    });
  return under(null, 0);
}
