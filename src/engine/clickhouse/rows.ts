import { rowOf } from '../../formats/document/to-records';
import type { ActivityRow } from '../../model/answer';
import { PLACE_COLUMN } from '../../model/columns';
import type { Activity } from '../../model/dataset';
import type { NeighboursReply, Order, RowsReply } from '../../model/wants';
import { type MoreOfRow, shownRow } from '../local/rows';
import type { Batch, Counted } from './batch';
import type { Dataset } from './dataset';
import { ClickHouseError, MISSING } from './errors';
import { type Branch, grouped, ZERO } from './grouped';
import { every } from './logic';
import { NO_RANK } from './schema';
import { integer, slug } from './sql';

/** The SQL expression for the rank of an activity in date order. It is always 0, because the position alone decides. */
const NO_ORDER = `toInt64(${ZERO})`;

/** Returns an SQL expression for the rank of an activity. Equal ranks are in the order of positions. */
function rankIn({ stored, facets }: Dataset, order: Order): string {
  if (order === 'date') return NO_ORDER;
  if (order === '-date') {
    const dated = integer(stored.dated);
    return `if(n < ${dated}, toInt64(${dated}) - 1 - n, toInt64(n))`;
  }
  if (order === 'title') return 'toInt64(o0)';
  const rank = columnRank({ stored, facets }, order.column);
  if (rank === null) return NO_ORDER;
  return order.isDescending ? `if(${rank} = ${NO_RANK}, ${rank}, ${NO_RANK - 1} - ${rank})` : rank;
}

function columnRank({ stored, facets }: Pick<Dataset, 'stored' | 'facets'>, column: string): string | null {
  if (column === PLACE_COLUMN) return 'toInt64(o1)';
  const field = stored.head.fields?.findIndex(({ id }) => id === column) ?? -1;
  if (field >= 0) return `toInt64(o${field + 2})`;
  const facet = facets.get(column);
  return facet ? `if(empty(t${facet.f}), toInt64(${NO_RANK}), toInt64(t${facet.f}[1]))` : null;
}

/** Returns a branch that lists activities. `a` is the rank, `b` the position, and `x` an amount. */
function listed(
  { tables }: Dataset,
  condition: string,
  { rank, limit, offset = 0, isDescending = false, x = ZERO }: ListOptions,
): Branch {
  const direction = isDescending ? ' DESC' : '';
  const sql =
    `SELECT ${rank} AS a, toInt64(n) AS b, toFloat64(${x}) AS x, toFloat64(${ZERO}) AS y FROM ${tables.activities} ` +
    `WHERE ${condition} ORDER BY a${direction}, b${direction} LIMIT ${integer(offset)}, ${integer(limit)}`;
  return { sql, scan: null };
}

interface ListOptions {
  rank: string;
  limit: number;
  offset?: number;
  isDescending?: boolean;
  x?: string;
}

function byRank(one: Counted, other: Counted): number {
  return one.a - other.a || one.b - other.b;
}

interface Wanted {
  order: Order;
  start?: number;
  limit: number;
  /** The list begins after this activity. If null, it begins with the first activity. */
  after?: Counted | null;
  x?: string;
}

/** Lists the activities that meet a condition in an order. In each row, `b` is the position of an activity. */
export async function list(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { order, start = 0, limit, after = null, x = ZERO }: Wanted,
): Promise<readonly Counted[]> {
  if (limit === 0) return [];
  const rank = rankIn(dataset, order);
  const where = after ? every([condition, beside(rank, after, '>')]) : condition;
  // Several nodes each sort their own activities. So each node must return all rows up to the end of the wanted rows.
  const [offset, count] = dataset.isSplit ? [0, start + limit] : [start, limit];
  const rows = await batch.rows(listed(dataset, where, { rank, limit: count, offset, x }));
  const sorted = rows.toSorted(byRank);
  return dataset.isSplit ? sorted.slice(start, start + limit) : sorted;
}

/** From this row on, the year of the rows is found first, so that ClickHouse need not sort all rows before. */
const DEEP = 500;

/** Returns the positions of the wanted rows. `years` counts the activities of each year, in the order of the rows. */
export async function positionsOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { order, start, limit }: { order: Order; start: number; limit: number },
  years: Promise<RowsReply['years']>,
): Promise<number[]> {
  const isByDate = order === 'date' || order === '-date';
  if (start < DEEP || !isByDate)
    return (await list(batch, dataset, condition, { order, start, limit })).map(({ b }) => b);
  let before = 0;
  let skipped = 0;
  const wanted: number[] = [];
  for (const { year, count } of await years) {
    if (before + count <= start) skipped = before + count;
    else if (before < start + limit) wanted.push(year === 'undated' ? UNDATED_YEAR : (year ?? OPEN_YEAR));
    before += count;
  }
  if (wanted.length === 0) return [];
  const inYears = every([
    condition,
    `year >= ${integer(Math.min(...wanted))}`,
    `year <= ${integer(Math.max(...wanted))}`,
  ]);
  // In descending order, activities without a date (which have the largest year) come after the smallest years. So the
  // wanted years are not one range.
  const isRange = order === 'date' || !wanted.includes(UNDATED_YEAR) || wanted.length === 1;
  const [where, from] = isRange ? [inYears, start - skipped] : [condition, start];
  return (await list(batch, dataset, where, { order, start: from, limit })).map(({ b }) => b);
}

/** Returns the SQL condition for the activities before (`<`) or after (`>`) a given activity in an order. */
function beside(rank: string, { a, b }: Pick<Counted, 'a' | 'b'>, direction: '<' | '>'): string {
  const [rankThere, there] = [integer(a), integer(b)];
  if (rank === NO_ORDER) return `n ${direction} ${there}`;
  return `${rank} ${direction} ${rankThere} OR (${rank} = ${rankThere} AND n ${direction} ${there})`;
}

/** Returns the number of activities that begin in each year. The years are in the order of the rows. */
export async function yearsOf(
  batch: Batch,
  { tables }: Dataset,
  condition: string,
  order: Order,
): Promise<RowsReply['years']> {
  if (order !== 'date' && order !== '-date') return [];
  const rows = await batch.rows(grouped(tables.activities, condition, { a: 'year' }));
  const counts = new Map<number, number>();
  for (const { a, x } of rows) counts.set(a, (counts.get(a) ?? 0) + x);
  const years = [...counts].sort(([one], [other]) => one - other);
  const undated = years.filter(([year]) => year === UNDATED_YEAR);
  const dated = years.slice(0, years.length - undated.length);
  const inOrder = order === 'date' ? dated : dated.toReversed();
  return [...inOrder, ...undated].map(([year, count]) => ({
    year: year === UNDATED_YEAR ? 'undated' : year === OPEN_YEAR ? null : year,
    count,
  }));
}

/** Values of the column `year` for activities without a date and for activities with an open start. */
const UNDATED_YEAR = 1_000_000_000;
const OPEN_YEAR = -1_000_000_000;

export async function rowsAt(
  batch: Batch,
  positions: readonly number[],
  { more = 'nothing', hasValues = false }: { more?: MoreOfRow; hasValues?: boolean } = {},
): Promise<ActivityRow[]> {
  const activities = await batch.activities(positions);
  return positions.flatMap(position => {
    const activity = activities.get(position);
    if (!activity) return [];
    const row = rowOfActivity(activity, more);
    return [hasValues && activity.values ? { ...row, values: activity.values } : row];
  });
}

export function rowOfActivity(activity: Activity, more: MoreOfRow = 'nothing'): ActivityRow {
  return shownRow(rowOf(activity), more, more === 'detail' ? activity.source : undefined);
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Returns the position of the activity with an id or a former id, or null if no activity has the id. */
export async function positionOf(batch: Batch, { tables }: Dataset, id: string): Promise<number | null> {
  // A text that is not a slug can't be an id, and must not get into a statement.
  if (!SLUG.test(id)) return null;
  const sql = `SELECT toInt64(n) AS a, toInt64(n * 0) AS b, toFloat64(n * 0) AS x, toFloat64(n * 0) AS y FROM ${tables.ids} WHERE id = ${slug(id)}`;
  const [found] = await batch.rows({ sql, scan: null });
  if (!found && batch.missing())
    throw new ClickHouseError(MISSING, 'The activity may be in a part that can’t be reached');
  return found?.a ?? null;
}

/**
 * Returns the activities before and after an activity in an order. Both are null if the activity does not meet the
 * condition. Returns null if no activity has the id.
 */
export async function neighboursOf(
  batch: Batch,
  dataset: Dataset,
  condition: string,
  { id, order }: { id: string; order: Order },
): Promise<NeighboursReply | null> {
  const position = await positionOf(batch, dataset, id);
  if (position === null) return null;
  const rank = rankIn(dataset, order);
  const itself = every([condition, `n = ${integer(position)}`]);
  const [found] = await batch.rows(listed(dataset, itself, { rank, limit: 1 }));
  if (!found) return { previous: null, next: null, inSelection: false };
  const nearest = async (direction: '<' | '>') => {
    const where = every([condition, beside(rank, found, direction)]);
    const rows = await batch.rows(listed(dataset, where, { rank, limit: 1, isDescending: direction === '<' }));
    const sorted = rows.toSorted(byRank);
    const nearby = direction === '<' ? sorted.at(-1) : sorted[0];
    return nearby ? ((await rowsAt(batch, [nearby.b]))[0] ?? null) : null;
  };
  const [previous, next] = await Promise.all([nearest('<'), nearest('>')]);
  return { previous, next, inSelection: true };
}
