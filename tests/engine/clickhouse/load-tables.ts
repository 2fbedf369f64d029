import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import {
  createDistributed,
  createTables,
  rowsOf,
  storedHead,
  TEXT_INDEX_QUERY,
} from '../../../src/engine/clickhouse/schema';
import type { Engine, Source } from '../../../src/engine/engine';
import { chunksOf } from '../../../src/formats/input/byte-source';
import { openRecords } from '../../../src/formats/open-records';
import type { OpenDataset } from '../../../src/model/answer';
import { NONE_UNLISTED, type Unlisted } from '../../../src/model/problem';
import type { Records } from '../../../src/model/records';

/** Nodes of ClickHouse as tests see them: `urls` with a user who may write. */
export interface TestNodes {
  urls: readonly string[];
  user?: string;
  password?: string;
  /** The cluster and database over whose nodes the tables are distributed. Without it, the nodes know nothing of each other. */
  cluster?: { name: string; database: string };
  /** The largest number of matches of a search that the engine remembers. */
  maxFound?: number;
}

async function post(nodes: TestNodes, url: string, body: string, query?: string): Promise<string> {
  const address = new URL(url);
  if (query !== undefined) address.searchParams.set('query', query);
  const headers = { 'X-ClickHouse-User': nodes.user ?? 'default', 'X-ClickHouse-Key': nodes.password ?? '' };
  const response = await fetch(address, { method: 'POST', body, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${body.slice(0, 200)}: ${text}`);
  return text;
}

/** Creates the tables of a dataset on all nodes and fills them, each node with its part. */
export async function loadTables(nodes: TestNodes, table: string, records: Records): Promise<void> {
  const { urls, cluster } = nodes;
  await records.whole();
  const head = storedHead(records, { version: table, parts: urls.length, problems: [], unlisted: NONE_UNLISTED });
  const rowAt = rowsOf(records, head);
  const rows = Array.from({ length: records.size }, (_, n) => rowAt(n));
  await Promise.all(
    urls.map(async (url, part) => {
      const hasTextIndex = Number(await post(nodes, url, TEXT_INDEX_QUERY)) > 0;
      const options = { isOfCluster: cluster !== undefined, hasTextIndex };
      for (const statement of createTables(table, records.head, options)) {
        await post(nodes, url, statement);
      }
      if (cluster) {
        for (const statement of createDistributed(table, records.head, cluster)) await post(nodes, url, statement);
      }
      const local = cluster ? '_local' : '';
      const own = rows.filter((_, n) => n % urls.length === part);
      const inserts: [string, unknown[]][] = [
        [`${table}${local}`, own.map(({ columns }) => columns)],
        [`${table}_text${local}`, own.map(({ text }) => text)],
        [`${table}_ids${local}`, own.flatMap(({ ids }) => ids)],
        [`${table}_head`, [{ part: 0, json: JSON.stringify(head) }]],
      ];
      for (const [name, values] of inserts) {
        if (values.length === 0) continue;
        const body = values.map(value => JSON.stringify(value)).join('\n');
        await post(nodes, url, body, `INSERT INTO ${name} FORMAT JSONEachRow`);
      }
    }),
  );
}

async function dropTables(nodes: TestNodes, table: string): Promise<void> {
  const names = ['', '_text', '_ids', '_head', '_local', '_text_local', '_ids_local'];
  await Promise.all(
    nodes.urls.map(async url => {
      for (const name of names) await post(nodes, url, `DROP TABLE IF EXISTS ${table}${name}`);
    }),
  );
}

/**
 * Returns an engine for the conformance suite: it opens a source by loading it into new tables of ClickHouse, which it drops
 * when the next source is opened.
 */
export function loadingEngine(nodes: TestNodes, name: string): Engine {
  let count = 0;
  let engine: Engine | null = null;
  let loaded: { text: string; problems: OpenDataset['problems']; unlisted: Unlisted } | null = null;
  const load = async (blob: Blob, text: string, sourceName: string) => {
    if (loaded?.text === text) return loaded;
    const { records, problems, unlisted } = await openRecords(chunksOf(blob.stream()), { name: sourceName });
    if (loaded) await dropTables(nodes, table());
    count += 1;
    await loadTables(nodes, table(), records);
    loaded = { text, problems, unlisted };
    return loaded;
  };
  const table = () => `${name}_${count}`;
  let openings = 0;
  const open = async (source: Source, signal?: AbortSignal) => {
    if (source.kind === 'address') throw new Error('a test opens texts and files');
    const blob = source.kind === 'file' ? source.file : new Blob([source.text]);
    const { problems, unlisted } = await load(blob, await blob.text(), source.name);
    const { urls, user, password, cluster, maxFound } = nodes;
    engine = clickhouseEngine({
      urls: cluster ? urls.slice(0, 1) : urls,
      table: table(),
      // A machine that runs other tests as well may be slow.
      maxSeconds: 120,
      ...(maxFound !== undefined && { maxFound }),
      ...(user !== undefined && { user }),
      ...(password !== undefined && { password }),
    });
    const open = await engine.open(source, signal);
    openings += 1;
    return { ...open, key: `${openings} ${open.key}`, problems, unlisted };
  };
  const opened = (key: string): [Engine, string] => {
    if (!engine) throw new Error('nothing is open');
    const [number, ...rest] = key.split(' ');
    return [engine, number === String(openings) ? rest.join(' ') : 'another'];
  };
  return {
    capabilities: { sources: ['file', 'text'], declined: [], export: true },
    open,
    ask(key, ...question) {
      const [own, ownKey] = opened(key);
      return own.ask(ownKey, ...question);
    },
    export(key, ...question) {
      const [own, ownKey] = opened(key);
      return own.export(ownKey, ...question);
    },
  };
}
