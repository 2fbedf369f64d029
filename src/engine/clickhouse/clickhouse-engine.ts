import { OPEN_START } from '../../lib/day';
import type { OpenDataset } from '../../model/answer';
import { NONE_UNLISTED, OpenFailure } from '../../model/problem';
import type { RepliesTo, Sample } from '../../model/wants';
import type { Engine, Parts } from '../engine';
import { inChunks } from '../in-chunks';
import { answer } from './answer';
import { type Batch, type Counted, createBatch, type Tables } from './batch';
import { countOf, countValues, densitiesOf } from './branches';
import { type Client, createClient, type Distributed, type Limits, type Login, type Run, runByHttp } from './client';
import { conditionOf } from './conditions';
import { type Dataset, storedFacets } from './dataset';
import { ClickHouseError, RELOADED } from './errors';
import { grouped } from './grouped';
import { ALL } from './logic';
import { list } from './rows';
import { canEstimate, estimate, SAMPLE_SIZE, sampleOf } from './sampled';
import { SCHEMA_VERSION, type StoredHead, TEXT_INDEX_QUERY } from './schema';
import { MAX_FOUND, MAX_WORDS, search } from './search';
import { foldedWords, identifier, integer } from './sql';

export interface ClickHouseOptions extends Login, Partial<Limits> {
  urls: readonly string[];
  table: string;
  /** The matches of a search are remembered only if there are at most this many. */
  maxFound?: number;
  /** The largest number of activities in the sample of the whole dataset, on average. */
  sampleSize?: number;
  /** Runs a statement. If omitted, statements are sent over HTTP. */
  run?: Run;
}

/** An engine whose dataset is in database tables. The tables may be loaded again while the engine is in use. */
export interface TableEngine extends Engine {
  storedVersion(): Promise<string>;
}

/** The default time limit of a statement, in seconds. */
const MAX_SECONDS = 10;

const EXPORTED_AT_ONCE = 500;
const LISTED_AT_ONCE = 20_000;

/**
 * Creates an engine that asks ClickHouse (18.16 or newer) for everything. `npm run dataset -- load` fills the tables of
 * the dataset. `open` ignores its source and opens these tables again. If there are several addresses, each is a node
 * with a part of the activities. If the table is Distributed, each address can answer for all activities instead.
 */
export function clickhouseEngine({
  urls,
  table,
  user,
  password,
  database,
  maxSeconds = MAX_SECONDS,
  maxFound = MAX_FOUND,
  sampleSize = SAMPLE_SIZE,
  run = runByHttp(fetch, { user, password, database }),
}: ClickHouseOptions): TableEngine {
  const tables: Tables = {
    activities: identifier(table),
    text: `${identifier(table)}_text`,
    ids: `${identifier(table)}_ids`,
    head: `${identifier(table)}_head`,
  };
  const partsOfReplies = new WeakMap<object, Parts>();
  const sampleOfReplies = new WeakMap<object, Sample>();
  let openings = 0;
  let current: { key: string; client: Client; dataset: Dataset; hash: string } | null = null;

  function opened(key: string) {
    if (current?.key !== key) throw new OpenFailure('workerLost');
    return current;
  }

  /**
   * Runs `read` and returns its result if the tables still contain the opened dataset afterwards. Otherwise throws an
   * error with `isReloaded`. The check is enough, because a load removes the head on every node before any node gets a
   * new activity.
   */
  async function ofOneDataset<T>(
    { client, dataset, hash }: NonNullable<typeof current>,
    read: () => Promise<T>,
    options: { signal?: AbortSignal | undefined; canMiss?: boolean },
  ): Promise<T> {
    try {
      const result = await read();
      const hashes = await client.run(`SELECT ${HASH} FROM ${tables.head} WHERE part = 0 FORMAT TabSeparated`, options);
      if (hashes.every(found => found.trim() === hash)) return result;
    } catch (error) {
      if (!(error instanceof ClickHouseError) || !error.isNoTable) throw error;
    }
    // The remembered results of searches may be of another dataset too.
    dataset.searches.clear();
    throw new ClickHouseError(RELOADED, 'The table was loaded anew');
  }

  return {
    capabilities: { sources: ['address', 'file', 'text'], declined: [], export: true, canSample: true },
    async open(_, signal) {
      signal?.throwIfAborted();
      const { batch, ...found } = await openTables(run, { urls, tables, maxSeconds, maxFound }, signal);
      const { dataset } = found;
      const [density] = await ofOneDataset({ key: '', ...found }, () => densitiesOf(batch, dataset, ALL), { signal });
      const { schema: _schema, version, dated: _dated, parts: _parts, ...stored } = dataset.stored;
      openings += 1;
      const key = `${openings} ${version}`;
      const open: OpenDataset = {
        ...stored,
        key,
        density: density ?? { total: [], vague: [] },
        counts: dataset.counts,
      };
      signal?.throwIfAborted();
      current = { key, ...found };
      return open;
    },
    async ask(key, selection, wants, signal, precision) {
      const open = opened(key);
      const { client } = open;
      signal?.throwIfAborted();
      const options = { signal, canMiss: true };
      const sample = precision === 'sampled' ? sampleOf(open.dataset.stored.total, sampleSize) : null;
      const dataset: Dataset = { ...open.dataset, sample };
      const batch = createBatch(client, tables, { ...dataset.stored, ...options });
      const ask = sample ? estimate : answer;
      if (sample && !canEstimate(wants)) throw new TypeError('a want can’t be estimated');
      const replies = await ofOneDataset(open, () => ask(batch, dataset, selection, wants), options);
      signal?.throwIfAborted();
      if (!replies) throw new RangeError('the sample has too few activities of the selection');
      if (sample) sampleOfReplies.set(replies, { rate: sample.rate });
      const parts = batch.missing();
      if (parts) partsOfReplies.set(replies, { ...parts, total: dataset.stored.total });
      if (parts && replies.counts) replies.counts = { ...replies.counts, parts };
      return replies as RepliesTo<typeof wants>;
    },
    partsOf: replies => partsOfReplies.get(replies) ?? null,
    sampleOf: replies => sampleOfReplies.get(replies) ?? null,
    version: async key => opened(key).dataset.stored.version,
    async storedVersion() {
      const client = createClient(run, { urls, maxSeconds, isAlternative: true });
      return (await storedIn(client, tables)).stored.version;
    },
    export(key, selection, order, signal, onProgress) {
      let listed: { at: number; rows: readonly Counted[] } = { at: 0, rows: [] };
      let total: number | null = null;
      return inChunks(async start => {
        const open = opened(key);
        const { client, dataset } = open;
        signal?.throwIfAborted();
        // Without `canMiss`, a missing part ends the export. An exported file must not have fewer activities than it
        // states.
        const batch = createBatch(client, tables, { ...dataset.stored, signal });
        const next = async () => {
          await search(batch, dataset, [selection.text]);
          const condition = conditionOf(dataset, selection);
          total ??= await countOf(batch, dataset, condition);
          if (start >= listed.at + listed.rows.length && start < total) {
            const after = listed.rows.at(-1) ?? null;
            listed = {
              at: start,
              rows: await list(batch, dataset, condition, { order, limit: LISTED_AT_ONCE, after }),
            };
          }
          const positions = listed.rows
            .slice(start - listed.at, start - listed.at + EXPORTED_AT_ONCE)
            .map(({ b }) => b);
          const found = await batch.activities(positions);
          return { activities: positions.flatMap(position => found.get(position) ?? []), total };
        };
        const chunk = await ofOneDataset(open, next, { signal });
        signal?.throwIfAborted();
        return chunk;
      }, onProgress);
    },
  };
}

/** Distinguishes the heads of different datasets. All nodes store the same JSON, so they return the same hash. */
const HASH = 'toString(cityHash64(json))';

async function storedIn(
  client: Client,
  tables: Tables,
  signal?: AbortSignal,
): Promise<{ stored: StoredHead; hash: string }> {
  const sql = `SELECT json, ${HASH} AS hash FROM ${tables.head} WHERE part = 0 FORMAT JSONEachRow`;
  const [json = ''] = await client.run(sql, { signal });
  const [line = ''] = json.split('\n');
  if (line === '') throw new OpenFailure('unreachable', `${tables.head} is empty`);
  const row = JSON.parse(line) as { json: string; hash: string };
  // Tables that an earlier version loaded lack the numbers of unlisted problems.
  return { stored: { unlisted: NONE_UNLISTED, ...JSON.parse(row.json) } as StoredHead, hash: row.hash };
}

async function openTables(
  run: Run,
  { urls, tables, maxSeconds, maxFound }: Limits & { urls: readonly string[]; tables: Tables; maxFound: number },
  signal?: AbortSignal,
): Promise<{ client: Client; dataset: Dataset; hash: string; batch: Batch }> {
  const first = createClient(run, { urls, maxSeconds, isAlternative: true });
  const { stored, hash } = await storedIn(first, tables, signal);
  if (stored.schema !== SCHEMA_VERSION) throw new OpenFailure('wrongFormat', `schema ${stored.schema}`);
  const [found] = await first.run(
    `SELECT count() FROM system.tables WHERE database = currentDatabase() AND name = '${tables.activities}' AND engine = 'Distributed'`,
    { signal },
  );
  const isDistributed = Number(found) > 0;
  const isSplit = urls.length > 1 && !isDistributed;
  const distributed = isDistributed ? partsOf(tables, stored) : undefined;
  const client = createClient(run, { urls, maxSeconds, isAlternative: !isSplit, distributed });
  const nodes = isDistributed ? createClient(run, { urls, maxSeconds, isAlternative: false }) : client;
  const batch = createBatch(client, tables, { ...stored, signal });
  const dataset: Dataset = {
    ...{ stored, tables, facets: storedFacets(stored), counts: [], before: [], isSplit, sample: null },
    ...{
      searches: new Map(),
      maxFound,
      indexedWords: await textIndex(nodes, stored, isDistributed ? `${tables.activities}_local` : tables.activities),
    },
  };
  const [openStarts, bins, ...counts] = await Promise.all([
    countOf(batch, dataset, `start = ${OPEN_START}`),
    batch.rows(grouped(tables.activities, `n < ${integer(stored.dated)}`, { a: 'bin' })),
    ...[...dataset.facets.values()].map(facet => countValues(batch, dataset, facet, ALL)),
  ]);
  const before = stored.scale.edges.map((_, edge) =>
    edge === 0 ? openStarts : bins.reduce((sum, { a: bin, x }) => sum + (bin < edge ? x : 0), 0),
  );
  return { client, batch, hash, dataset: { ...dataset, counts, before } };
}

/** Returns how the nodes of a Distributed table are asked for their own parts. */
function partsOf(
  { activities, text, ids }: Tables,
  { parts, total }: Pick<StoredHead, 'parts' | 'total'>,
): Distributed {
  const names = new RegExp(`\\bFROM (${activities}|${text}|${ids})\\b`, 'g');
  return {
    probe: `SELECT count() FROM ${activities} WHERE n < ${integer(parts)}`,
    expected: Math.min(parts, total),
    localOf: sql => sql.replaceAll(names, 'FROM $1_local'),
  };
}

/**
 * Returns a function that finds words in the text index of `table` on the nodes of `client`. Returns null if a node has no
 * such index, or if the nodes lack a part of the activities, because then they also lack words.
 */
async function textIndex(
  client: Client,
  { parts }: Pick<StoredHead, 'parts'>,
  table: string,
): Promise<Dataset['indexedWords']> {
  const isOnAll = async (sql: string) => (await client.run(sql)).every(count => Number(count) > 0);
  const indices =
    'SELECT count() FROM system.data_skipping_indices ' +
    `WHERE database = currentDatabase() AND table = '${table}' AND type = 'text'`;
  try {
    if (!(await isOnAll(TEXT_INDEX_QUERY)) || !(await isOnAll(indices))) return null;
    const found = await client.run(`SELECT n % ${integer(parts)} FROM ${table} LIMIT 1`);
    if (new Set(found.filter(Boolean).map(Number)).size < parts) return null;
  } catch (error) {
    // Without a node, or without the right to read its own table, the words themselves are read.
    if (error instanceof ClickHouseError) return null;
    throw error;
  }
  return async beginning => {
    const sql =
      `SELECT DISTINCT token FROM mergeTreeTextIndex(currentDatabase(), ${table}, words) ` +
      `WHERE startsWith(token, ${foldedWords(beginning)}) LIMIT ${integer(MAX_WORDS + 1)} FORMAT JSONEachRow`;
    const lines = (await client.run(sql)).flatMap(text => text.split('\n').filter(Boolean));
    return [...new Set(lines.map(line => (JSON.parse(line) as { token: string }).token))].sort();
  };
}
