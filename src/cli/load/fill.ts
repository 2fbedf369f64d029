import { type ActivityRows, rowsOf, type StoredHead } from '../../engine/clickhouse/schema';
import { identifier } from '../../engine/clickhouse/sql';
import type { Records } from '../../model/records';
import { FileError, type Output } from '../command';
import { type ClickHouseNode, ConnectionBroken, rowsAsked, ServerRefusal } from './clickhouse-node';

export const BATCH_SIZE = 8192;

/** Days are summed modulo this number, because the huge day numbers of open dates would make sums inexact. */
export const DAY_CYCLE = 65_521;

const PROGRESS_STEP = 100_000;

/** The codes of ClickHouse errors after which another attempt can succeed, such as network errors. */
const PASSING = [209, 210, 216, 252, 279];
const MAX_ATTEMPTS = 8;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** The tables to fill: the end of the name, and a function that returns the rows of an activity. */
export const FILLED: readonly (readonly [end: string, rowsIn: (rows: ActivityRows) => readonly object[]])[] = [
  ['', ({ columns }) => [columns]],
  ['_text', ({ text }) => [text]],
  ['_ids', ({ ids }) => ids],
];

export interface Filling {
  records: Records;
  head: Pick<StoredHead, 'scale' | 'version'>;
  parts: readonly (readonly ClickHouseNode[])[];
  /** One statement inserts the rows of a batch into a table. The server inserts either all of them or none. */
  batchSize: number;
  tableOf(end: string): string;
}

/** Counts and sums of the rows that were sent, for comparison with the rows in the tables. */
export interface Total {
  activities: number;
  positions: number;
  starts: number;
  ids: number;
}

/**
 * Inserts all batches that the tables lack. Returns, for each part (shard), the counts and sums that its tables must
 * have. If a connection breaks, inserts the batch again unless its rows have arrived. Throws `FileError` after several
 * failed attempts.
 */
export async function fill(
  { records, head, parts, batchSize, tableOf }: Filling,
  output: Output,
): Promise<readonly Total[]> {
  const rowsAt = rowsOf(records, head);
  const totals = parts.map((): Total => ({ activities: 0, positions: 0, starts: 0, ids: 0 }));
  const present = await presentBatches(parts, batchSize, tableOf);
  for (let first = 0; first < records.size; first += batchSize) {
    const end = Math.min(first + batchSize, records.size);
    const rows = parts.map((): ActivityRows[] => []);
    for (let n = first; n < end; n += 1) {
      const part = n % parts.length;
      const made = rowsAt(n);
      rows[part]?.push(made);
      add(totals[part]!, made);
    }
    const batch = first / batchSize;
    await Promise.all(
      parts.flatMap((nodes, part) =>
        nodes.flatMap(node =>
          FILLED.map(async ([tableEnd, rowsIn]) => {
            const table = tableOf(tableEnd);
            if (present.get(node)?.get(table)?.has(batch)) return;
            const objects = (rows[part] ?? []).flatMap(rowsIn);
            if (objects.length === 0) return;
            await insert(node, { table, first, end, version: head.version, rows: objects });
          }),
        ),
      ),
    );
    if (Math.floor(end / PROGRESS_STEP) > Math.floor(first / PROGRESS_STEP)) {
      output.err(`${end.toLocaleString('en')} of ${records.size.toLocaleString('en')} activities are in the tables`);
    }
  }
  return totals;
}

function add(total: Total, { columns, ids }: ActivityRows): void {
  total.activities += 1;
  total.positions += columns.n;
  total.starts += columns.start % DAY_CYCLE;
  total.ids += ids.length;
}

/** Maps each node and each of its tables to the indices of the batches whose rows the table already has. */
type Present = ReadonlyMap<ClickHouseNode, ReadonlyMap<string, ReadonlySet<number>>>;

async function presentBatches(
  parts: readonly (readonly ClickHouseNode[])[],
  batchSize: number,
  tableOf: (end: string) => string,
): Promise<Present> {
  const tables = FILLED.map(([end]) => tableOf(end));
  const byNode = parts.flat().map(async node => {
    const batches = tables.map(async table => {
      const rows = await rowsAsked(node, `SELECT DISTINCT intDiv(n, ${batchSize}) FROM ${identifier(table)}`);
      return [table, new Set(rows.map(([batch]) => Number(batch)))] as const;
    });
    return [node, new Map(await Promise.all(batches))] as const;
  });
  return new Map(await Promise.all(byNode));
}

interface Insertion {
  table: string;
  /** The positions of the activities, from `first` up to, not including, `end`. */
  first: number;
  end: number;
  version: string;
  rows: readonly object[];
}

async function insert(node: ClickHouseNode, { version, rows, ...where }: Insertion): Promise<void> {
  const text = rows.map(row => `${JSON.stringify(row)}\n`).join('');
  const { table, first } = where;
  const queryId = `chronofacet-${version.replace(/\W/g, '-')}-${table}-${first}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (attempt > 1 && (await hasArrived(node, where, queryId))) return;
      await node.ask(`INSERT INTO ${identifier(table)} FORMAT JSONEachRow`, { rows: text, queryId });
      return;
    } catch (error) {
      const mayPass =
        error instanceof ConnectionBroken || (error instanceof ServerRefusal && PASSING.includes(error.code));
      if (!mayPass) throw error;
      if (attempt === MAX_ATTEMPTS) {
        throw new FileError(`${error.message} Run the same command again later: it goes on where it ended.`);
      }
      await new Promise(resolve => setTimeout(resolve, Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS)));
    }
  }
}

/** Returns whether a table has the rows of a batch. Throws `ServerRefusal` 216 while the server still inserts them. */
async function hasArrived(
  node: ClickHouseNode,
  { table, first, end }: Pick<Insertion, 'table' | 'first' | 'end'>,
  queryId: string,
): Promise<boolean> {
  const running = await rowsAsked(node, `SELECT count() FROM system.processes WHERE query_id = '${queryId}'`);
  if (Number(running[0]?.[0]) > 0) throw new ServerRefusal(216, `${node.url} still works on an earlier insertion.`);
  const rows = await rowsAsked(node, `SELECT count() FROM ${identifier(table)} WHERE n >= ${first} AND n < ${end}`);
  return Number(rows[0]?.[0]) > 0;
}
