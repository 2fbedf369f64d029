/** A SELECT of four columns `a`, `b`, `x` and `y`, of which others of the same question are asked at once. */
export type Branch = string;

/** The keys and amounts of a branch; `a` and `b` are whole numbers. */
export interface Keys {
  a?: string;
  b?: string;
  x?: string;
  y?: string;
}

/** A column of zeros. Nodes of a cluster can’t be asked for constants, because ClickHouse 18 confuses them with columns. */
export const ZERO = 'level * 0';

/** Returns a branch that groups the activities of a condition by its keys, and counts them or sums up amounts. */
export function grouped(
  table: string,
  condition: string,
  { a = ZERO, b = ZERO, x = 'count()', y = 'count() * 0' }: Keys,
): Branch {
  return (
    `SELECT toInt64(${a}) AS a, toInt64(${b}) AS b, toFloat64(${x}) AS x, toFloat64(${y}) AS y ` +
    `FROM ${table} WHERE ${condition} GROUP BY a, b`
  );
}
