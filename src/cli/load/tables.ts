import {
  createDistributed,
  createTables,
  SCHEMA_VERSION,
  type StoredHead,
  TEXT_INDEX_QUERY,
} from '../../engine/clickhouse/schema';
import { identifier } from '../../engine/clickhouse/sql';
import { FileError } from '../command';
import { type ClickHouseNode, rowsAsked } from './clickhouse-node';
import { DAY_CYCLE, FILLED, type Total } from './fill';
import type { Parts } from './parts';

/*
 * A load first inserts activities into tables T_loading…. At the end, one statement on each node renames these tables to
 * T…. The table T_loading_mark names the content that is being loaded. It is created first and removed last. So a load
 * can continue an interrupted load of the same content, and never touches tables that no load has created.
 */

/** The ends of the names of all tables that a dataset can have on a node. */
const ENDS = ['', '_text', '_ids', '_head', '_local', '_text_local', '_ids_local'];

export interface Target {
  table: string;
  parts: Parts;
}

function allNodes({ parts }: Target): readonly ClickHouseNode[] {
  return parts.nodes.flat();
}

function loading(table: string): string {
  return `${table}_loading`;
}

/** Returns the name of a table that a load fills on each node. `end` is the end of the table's name. */
export function loadingTable({ table, parts }: Target, end: string): string {
  return `${loading(table)}${end}${parts.cluster === null ? '' : '_local'}`;
}

/**
 * Returns the number of nodes that already have the content of `head`. Throws `FileError` if a table with one of the
 * names belongs to no dataset, or if it belongs to another dataset and `mayReplace` is false.
 */
export async function nodesWith(target: Target, head: StoredHead, mayReplace: boolean): Promise<number> {
  let count = 0;
  for (const node of allNodes(target)) {
    const tables = await tablesAt(node, target.table);
    if (tables.length === 0) continue;
    const stored = tables.includes(`${target.table}_head`) ? await storedAt(node, target.table) : null;
    if (stored === null) {
      throw new FileError(
        `${node.url} has a table “${tables[0]}” that holds no dataset of this program. Choose another name by --table.`,
      );
    }
    if (stored.head.id !== head.head.id && !mayReplace) {
      throw new FileError(
        `The table “${target.table}” holds another dataset, “${stored.head.id}”. ` +
          'Choose another name by --table, or say --replace to give that dataset up.',
      );
    }
    const isSame = stored.schema === SCHEMA_VERSION && stored.version === head.version && stored.parts === head.parts;
    if (isSame) count += 1;
  }
  return count;
}

async function tablesAt(node: ClickHouseNode, table: string): Promise<string[]> {
  const names = ENDS.map(end => `'${identifier(`${table}${end}`)}'`);
  const rows = await rowsAsked(
    node,
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND name IN (${names.join(', ')}) ORDER BY name`,
  );
  return rows.map(([name]) => String(name));
}

async function storedAt(node: ClickHouseNode, table: string): Promise<StoredHead | null> {
  try {
    const rows = await rowsAsked(node, `SELECT json FROM ${identifier(`${table}_head`)} WHERE part = 0`);
    const stored: StoredHead = JSON.parse(String(rows[0]?.[0]));
    return typeof stored.head.id === 'string' ? stored : null;
  } catch {
    return null;
  }
}

/**
 * Creates the tables to fill, unless an interrupted load of the same content left them. Returns whether any node has
 * such tables.
 */
export async function prepare(target: Target, head: StoredHead, batchSize: number): Promise<boolean> {
  const name = loading(target.table);
  const isOfCluster = target.parts.cluster !== null;
  const mark = `${SCHEMA_VERSION} ${batchSize} ${head.parts} ${isOfCluster} ${head.version}`.replace(/[^\w .-]/g, '_');
  const found = await Promise.all(
    allNodes(target).map(async node => {
      const marked = await markAt(node, name);
      if (marked === null && (await tablesAt(node, name)).length > 0) {
        throw new FileError(
          `${node.url} has tables “${name}…” that are not from this command. Choose another name by --table.`,
        );
      }
      if (marked !== mark) {
        await drop(node, name);
        await node.ask(`DROP TABLE IF EXISTS ${identifier(`${name}_mark`)}`);
        await node.ask(`CREATE TABLE ${identifier(`${name}_mark`)} (mark String) ENGINE = MergeTree ORDER BY mark`);
        await node.ask(`INSERT INTO ${identifier(`${name}_mark`)} VALUES ('${mark}')`);
      }
      const hasTextIndex = await supportsTextIndex(node);
      for (const statement of createTables(name, head.head, { isOfCluster, hasTextIndex })) await node.ask(statement);
      return marked === mark;
    }),
  );
  return found.includes(true);
}

async function supportsTextIndex(node: ClickHouseNode): Promise<boolean> {
  const [[count] = []] = await rowsAsked(node, TEXT_INDEX_QUERY);
  return Number(count) > 0;
}

async function markAt(node: ClickHouseNode, name: string): Promise<string | null> {
  const there = await node.ask(`EXISTS TABLE ${identifier(`${name}_mark`)} FORMAT TabSeparated`);
  if (there.trim() !== '1') return null;
  const rows = await rowsAsked(node, `SELECT mark FROM ${identifier(`${name}_mark`)}`);
  return String(rows[0]?.[0] ?? '');
}

async function drop(node: ClickHouseNode, name: string): Promise<void> {
  for (const table of await tablesAt(node, name)) await node.ask(`DROP TABLE IF EXISTS ${identifier(table)}`);
}

/**
 * Throws `FileError` if the filled tables have other counts and sums than `totals`, which describe the rows that were
 * sent.
 */
export async function checkTotals(target: Target, totals: readonly Total[]): Promise<void> {
  for (const [part, nodes] of target.parts.nodes.entries()) {
    const { activities, positions, starts, ids } = totals[part]!;
    const sums = [
      `count(), toString(sum(n)), toString(sum(start % ${DAY_CYCLE}))`,
      'count(), toString(sum(n))',
      'count()',
    ];
    const expected = [[activities, positions, starts], [activities, positions], [ids]];
    for (const node of nodes) {
      for (const [index, [end]] of FILLED.entries()) {
        const table = loadingTable(target, end);
        const [found = []] = await rowsAsked(node, `SELECT ${sums[index]} FROM ${identifier(table)}`);
        if (String(found.map(Number)) === String(expected[index])) continue;
        throw new FileError(
          `The table “${table}” of ${node.url} holds ${found.join(', ')} where ${expected[index]?.join(', ')} was sent ` +
            '(rows, and sums of positions and days). ' +
            `Somebody else writes to it: drop the tables “${loading(target.table)}…” and run the command again.`,
        );
      }
    }
  }
}

/**
 * Renames the filled tables to their final names, and the tables of the previous content to T_loading_old…. The
 * previous content disappears from all nodes before any node shows the new content. So no answer mixes both: after each
 * answer, the engine checks that the head is still the one that it opened.
 */
export async function publish(target: Target, head: StoredHead): Promise<void> {
  const name = loading(target.table);
  const { cluster } = target.parts;
  for (const node of allNodes(target)) {
    // A load that was interrupted after the INSERT below left a row in this table. So the table is created again.
    await node.ask(`DROP TABLE IF EXISTS ${identifier(`${name}_head`)}`);
    for (const statement of createTables(name, head.head, { isOfCluster: cluster !== null })) await node.ask(statement);
    await node.ask(`INSERT INTO ${identifier(`${name}_head`)} FORMAT JSONEachRow`, {
      rows: JSON.stringify({ part: 0, json: JSON.stringify(head) }),
    });
  }
  const old = `${name}_old`;
  for (const node of allNodes(target)) {
    await drop(node, old);
    await rename(node, target.table, old);
  }
  for (const node of allNodes(target)) await rename(node, name, target.table);
}

/** Renames the tables of a dataset on a node. The table of the head comes first, because it names the content. */
async function rename(node: ClickHouseNode, from: string, to: string): Promise<void> {
  const tables = (await tablesAt(node, from)).sort((a, b) => Number(isHead(b)) - Number(isHead(a)));
  const moves = tables.map(table => `${identifier(table)} TO ${identifier(`${to}${table.slice(from.length)}`)}`);
  if (moves.length > 0) await node.ask(`RENAME TABLE ${moves.join(', ')}`);
}

function isHead(table: string): boolean {
  return table.endsWith('_head');
}

/** Creates the Distributed tables, which cover all nodes, on each node of a cluster. Does nothing without a cluster. */
export async function distribute(target: Target, { head }: StoredHead): Promise<void> {
  const { cluster } = target.parts;
  if (cluster === null) return;
  for (const node of allNodes(target)) {
    const [[database] = []] = await rowsAsked(node, 'SELECT currentDatabase()');
    const statements = createDistributed(target.table, head, { name: cluster, database: String(database) });
    for (const statement of statements) await node.ask(statement);
  }
}

/** Removes the tables of the previous content, the remaining T_loading… tables, and at last T_loading_mark. */
export async function tidyUp(target: Target): Promise<void> {
  const name = loading(target.table);
  for (const node of allNodes(target)) {
    if ((await markAt(node, name)) === null) continue;
    await drop(node, name);
    await drop(node, `${name}_old`);
    await node.ask(`DROP TABLE IF EXISTS ${identifier(`${name}_mark`)}`);
  }
}
