import { ZERO } from './grouped';
import { integer, integers } from './sql';

/** With more edges, comparing a day with every edge is slower than estimating the bin and correcting the estimate. */
const MAX_COMPARED = 12;

/**
 * Returns an SQL expression for the index of the bin that contains the day of a column. Bin i has the days from `edges[i]`
 * up to, not including, `edges[i + 1]`. Earlier days belong to the first bin, later days to the last bin.
 */
export function binOfColumn(column: string, edges: readonly number[]): string {
  const last = edges.length - 2;
  if (last < 1) return ZERO;
  return edges.length > MAX_COMPARED && areEqual(edges)
    ? estimated(column, edges)
    : compared(column, edges.slice(1, -1));
}

/** Counts the edges up to the day. The sum is a balanced tree, because ClickHouse limits the depth of expressions. */
function compared(column: string, edges: readonly number[]): string {
  const [only] = edges;
  if (edges.length === 1 && only !== undefined) return `toInt64(${column} >= ${integer(only)})`;
  const middle = edges.length >> 1;
  return `(${compared(column, edges.slice(0, middle))} + ${compared(column, edges.slice(middle))})`;
}

/** Returns whether the bins are so nearly equal that an estimate by their mean length is wrong by at most one bin. */
function areEqual(edges: readonly number[]): boolean {
  const [first = 0, end = 0] = [edges[0], edges.at(-1)];
  const count = edges.length - 1;
  const estimate = (day: number) => Math.trunc(((day - first) * count) / (end - first));
  return edges
    .slice(0, -1)
    .every(
      (edge, i) => estimate(edge) >= i - 1 && estimate((edges[i + 1] ?? 0) - 1) <= i + 1 && edge < (edges[i + 1] ?? 0),
    );
}

function estimated(column: string, edges: readonly number[]): string {
  const [first = 0, end = 0] = [edges[0], edges.at(-1)];
  const count = edges.length - 1;
  const inside = `(least(greatest(toInt64(${column}), ${integer(first)}), ${integer(end - 1)}) - (${integer(first)}))`;
  const estimate = `intDiv(${inside} * ${count}, ${integer(end - first)})`;
  // The first and last edge are beyond all days, so that a corrected estimate stays between the first and last bin.
  const list = `[${integers([-2_000_000_000, ...edges.slice(1, -1), 2_000_000_000])}]`;
  return `(${estimate} + (${column} >= ${list}[${estimate} + 2]) - (${column} < ${list}[${estimate} + 1]))`;
}
