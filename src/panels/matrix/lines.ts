import type { MatrixAxis, MatrixLine } from '../../model/answer';
import { type Facet, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { LaneSort } from '../../model/view';

/** A row or a column with its place in the drawn table. */
export interface Line extends MatrixLine {
  /** The line's index in the reply's lines and cells. */
  index: number;
  depth: number;
  /** The parent value, null if there is none. */
  above: string | null;
  isOpened: boolean;
}

/** Sorts rows or columns by count, by name, or as in the dataset. Children follow their parent; `_none` is last. */
export function orderedLines(
  facet: Facet,
  { lines }: MatrixAxis,
  order: LaneSort,
  compareNames: (a: string, b: string) => number,
): Line[] {
  const { parentOf } = facetTree(facet);
  const siblings = new Map<string | null, Line[]>();
  lines.forEach((line, index) => {
    const above = parentOf(line.value) ?? null;
    const group = siblings.get(above) ?? [];
    siblings.set(above, group);
    group.push({ ...line, index, depth: 0, above, isOpened: false });
  });
  const compare = (a: Line, b: Line): number =>
    Number(a.value === NONE) - Number(b.value === NONE) ||
    (order === 'name' ? compareNames(a.value, b.value) : order === 'count' ? b.count - a.count : 0) ||
    a.index - b.index;
  const under = (above: string | null, depth: number): Line[] =>
    (siblings.get(above) ?? []).sort(compare).flatMap(line => {
      const below = under(line.value, depth + 1);
      return [{ ...line, depth, isOpened: below.length > 0 }, ...below];
    });
  return under(null, 0);
}
