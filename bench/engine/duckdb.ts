import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import moduleUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import * as arrow from 'apache-arrow';
import { type Contestant, WANTED } from './contestant';
import type { FacetFacts, PeerFacts } from './facts';
import type { Question } from './questions';

type Connection = duckdb.AsyncDuckDBConnection;
type Column = Int32Array | Uint16Array | Uint32Array | Float64Array | BigInt64Array;
type Columns = Readonly<Record<string, Column>>;

/** Rows are inserted in batches, because the size of a worker message is limited. */
const PIECE = 500_000;

/** Starts DuckDB in a worker. Compiling takes over a second and is not part of its build time. */
export async function startDuckdb(): Promise<(facts: PeerFacts) => Promise<Contestant>> {
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(addressOf(workerUrl)));
  await database.instantiate(addressOf(moduleUrl));
  const connection = await database.connect();
  return facts => buildTables(connection, facts);
}

function addressOf(url: string): string {
  return new URL(url, globalThis.location.href).href;
}

/**
 * Creates one table of activities, one of tags per facet, and one of histogram bars. Each row repeats the activity's days and
 * its values as bits of a number per facet. Queries then need no joins, which was the fastest layout found.
 */
async function buildTables(
  connection: Connection,
  { columns, edges, bin, shares, facets }: PeerFacts,
): Promise<Contestant> {
  const { size } = columns;
  const masks = facets.map(maskOf);
  const common: Columns = {
    s: columns.earliest,
    e: columns.latest,
    ...Object.fromEntries(masks.map((mask, i) => [`m${i}`, mask])),
  };
  for (const name of ['act', 'bar', ...facets.map((_, i) => `tag${i}`)]) {
    await connection.query(`DROP TABLE IF EXISTS ${name}`);
  }
  await insert(connection, 'act', size, (from, to) => sliced({ ...common, pos: count(size) }, from, to));
  for (const [i, { offsets, values }] of facets.entries()) {
    const owners = ownersOf(offsets, values.length);
    await insert(connection, `tag${i}`, values.length, (from, to) => ({
      v: values.slice(from, to),
      ...gathered(common, owners.subarray(from, to)),
    }));
  }
  const bars = barsOf(bin, shares);
  await insert(connection, 'bar', bars.owners.length, (from, to) => ({
    bin: bars.bins.slice(from, to),
    share: bars.shares.slice(from, to),
    ...gathered(common, bars.owners.subarray(from, to)),
  }));
  return {
    answer: createAnswer(connection, facets, edges.length - 1),
    async bytesInWasm() {
      const used = await connection.query('SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()');
      return Number(used.getChildAt(0)?.get(0));
    },
  };
}

function createAnswer(connection: Connection, facets: readonly FacetFacts[], binCount: number): Contestant['answer'] {
  let histogram: { key: string | null; bins: number[] } = { key: null, bins: [] };
  const select = async (text: string, size: number) => {
    const table = await connection.query(text);
    const [keys, values] = [table.getChildAt(0), table.getChildAt(1)];
    const filled = new Array<number>(size).fill(0);
    for (let i = 0; i < table.numRows; i += 1) filled[Number(keys?.get(i))] = Number(values?.get(i));
    return filled;
  };
  return async ({ choices, window }: Question) => {
    const chosen = choices.map((values, i) => (values.length > 0 ? `(m${i} & ${bitsOf(values)}) <> 0` : 'true'));
    const inWindow = window ? `s <= ${window.latest} AND e >= ${window.earliest}` : 'true';
    const where = (leftOut?: number) => ['true', ...chosen.filter((_, i) => i !== leftOut)].join(' AND ');
    const counts: number[][] = [];
    for (const [i, { valueCount }] of facets.entries()) {
      counts.push(
        await select(`SELECT v, count(*) FROM tag${i} WHERE ${where(i)} AND ${inWindow} GROUP BY v`, valueCount),
      );
    }
    const [total = 0] = await select(`SELECT 0, count(*) FROM act WHERE ${where()} AND ${inWindow}`, 1);
    // The histogram ignores the window, so it changes only with the choices.
    if (histogram.key !== where()) {
      const bins = await select(`SELECT bin, sum(share) FROM bar WHERE ${where()} GROUP BY bin`, binCount);
      histogram = { key: where(), bins };
    }
    const ids = await connection.query(
      `SELECT pos FROM act WHERE ${where()} AND ${inWindow} ORDER BY pos LIMIT ${WANTED}`,
    );
    return { total, counts, bins: histogram.bins, ids: Array.from(ids.getChildAt(0)?.toArray() ?? []) };
  };
}

function bitsOf(values: readonly number[]): bigint {
  return values.reduce((bits, value) => bits | (1n << BigInt(value)), 0n);
}

function maskOf({ offsets, values, valueCount }: FacetFacts): BigInt64Array {
  if (valueCount > 63) throw new RangeError('more values than a number has bits');
  const bits = Array.from({ length: valueCount }, (_, value) => 1n << BigInt(value));
  const masks = new BigInt64Array(offsets.length - 1);
  for (let place = 0; place < masks.length; place += 1) {
    for (let i = offsets[place]!; i < offsets[place + 1]!; i += 1) masks[place]! |= bits[values[i]!]!;
  }
  return masks;
}

function ownersOf(offsets: Uint32Array, length: number): Uint32Array {
  const owners = new Uint32Array(length);
  for (let place = 0; place + 1 < offsets.length; place += 1) owners.fill(place, offsets[place], offsets[place + 1]);
  return owners;
}

function barsOf(bin: PeerFacts['bin'], spread: PeerFacts['shares']) {
  const [owners, bins, shares]: [number[], number[], number[]] = [[], [], []];
  bin.forEach((at, place) => {
    for (const part of spread.get(place) ?? [{ bin: at, share: 1 }]) {
      owners.push(place);
      bins.push(part.bin);
      shares.push(part.share);
    }
  });
  return { owners: Uint32Array.from(owners), bins: Uint16Array.from(bins), shares: Float64Array.from(shares) };
}

function count(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, i) => i);
}

function sliced(vectors: Columns, from: number, to: number): Columns {
  return Object.fromEntries(Object.entries(vectors).map(([name, values]) => [name, values.slice(from, to)]));
}

function gathered(vectors: Columns, owners: Uint32Array): Columns {
  return Object.fromEntries(
    Object.entries(vectors).map(([name, values]) => {
      const make = values.constructor as new (length: number) => Column;
      const taken = new make(owners.length);
      for (let i = 0; i < owners.length; i += 1) taken[i] = values[owners[i]!]!;
      return [name, taken];
    }),
  );
}

async function insert(
  connection: Connection,
  name: string,
  length: number,
  vectorsOf: (from: number, to: number) => Columns,
): Promise<void> {
  for (let from = 0; from < length; from += PIECE) {
    const vectors = vectorsOf(from, Math.min(length, from + PIECE));
    const table = arrow.tableFromArrays(vectors);
    await connection.insertArrowTable(table, { name, create: from === 0 });
  }
}
