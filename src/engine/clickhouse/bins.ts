import { ZERO } from './grouped';
import { integer, integers } from './sql';

/** More comparisons than these are slower than an estimate that is corrected. */
const MAX_COMPARED = 12;

/**
 * Returns an expression of the index of the bin in which the day of a column lies: bin i has the days from `edges[i]` up to,
 * not including, `edges[i + 1]`. Days before or after all bins count to the first or last one.
 */
export function binOfColumn(column: string, edges: readonly number[]): string {
  const last = edges.length - 2;
  if (last < 1) return ZERO;
  return edges.length > MAX_COMPARED && areEqual(edges)
    ? estimated(column, edges)
    : compared(column, edges.slice(1, -1));
}

/** Counts the edges that are not after the day, as a balanced tree, because ClickHouse limits the depth of expressions. */
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
  // The outer edges are beyond all days, so that the first and last bin have no neighbours.
  const list = `[${integers([-2_000_000_000, ...edges.slice(1, -1), 2_000_000_000])}]`;
  return `(${estimate} + (${column} >= ${list}[${estimate} + 2]) - (${column} < ${list}[${estimate} + 1]))`;
}
