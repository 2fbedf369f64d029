import type { FetchedBytes } from '../../formats/fetch-dataset';
import type { OpenedRecords, ReadOptions } from '../../formats/form';
import { chunksOf } from '../../formats/input/byte-source';
import { openRecords, withProposals } from '../../formats/open-records';
import type { DaySpan } from '../../lib/day';
import { lazyModule } from '../../lib/lazy-module';
import { LOCAL } from '../../model/address';
import type { OpenDataset, RecordFacts, Trends } from '../../model/answer';
import type { RecordChanges } from '../../model/changes';
import { OpenFailure } from '../../model/problem';
import type { Progress } from '../../model/progress';
import type { Selection } from '../../model/selection';
import { isOfSelection, type Order, type RepliesTo, type Wants } from '../../model/wants';
import type { Engine, Source } from '../engine';
import type { Chunk } from '../in-chunks';
import type { Index } from './build-index';
import { awaitedPositions, materialize } from './materialize';
import { openIndex } from './open-index';
import { matrixCode } from './reply-cache';
import { compareCode, select } from './select';

type FetchBytes = (address: string, signal?: AbortSignal) => Promise<FetchedBytes>;

interface Earlier extends Pick<OpenedRecords, 'root' | 'records'> {
  key: string;
}

interface Current {
  key: string;
  root: OpenedRecords['root'];
  index: Index;
  abandoned: AbortController;
  isIndexing: boolean;
}

/** The part of an engine in the worker. Each chunk has its own `start`, so the worker keeps no export open. */
export interface Core extends Pick<Engine, 'open' | 'ask'> {
  chunk(key: string, selection: Selection, order: Order, start: number, signal?: AbortSignal): Promise<Chunk>;
}

/** Indexing the text waits this many milliseconds, so that it does not slow down the page's first drawing. */
const DRAWING_MS = 800;

function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/** Returns the result of `promise`. Rejects with the signal's reason as soon as the signal is aborted. */
async function unlessAborted<T>(promise: Promise<T> | null, signal?: AbortSignal): Promise<T | null> {
  if (!promise || !signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function readyFor(
  { index, abandoned }: Current,
  texts: readonly string[],
  orders: readonly Order[],
): Promise<void> {
  await Promise.all(texts.filter(text => text !== '').map(text => index.text.ready(text)));
  for (const order of orders) await index.orders.ready(order, { yieldTo: nextTurn, signal: abandoned.signal });
}

/** The code that counts for the sparklines. It is loaded last, because sparklines are drawn after everything else. */
const trendsCode = lazyModule(() => import('./trends'));

async function trendsOf(index: Index, signal?: AbortSignal): Promise<Trends> {
  const { trendOf, trendParts } = await trendsCode.load();
  const facets: Trends['facets'][number][] = [];
  for (const { id } of index.records.head.facets) {
    await nextTurn();
    signal?.throwIfAborted();
    facets.push(trendOf(index, id));
  }
  return { parts: trendParts(index), facets };
}

/** Loaded on demand, because few readers open the page about the dataset. */
const factsCode = lazyModule(() => import('./facts'));

async function factsOf(index: Index, periods: readonly DaySpan[], signal?: AbortSignal): Promise<RecordFacts> {
  const { factsOf: count } = await factsCode.load();
  return count(index, periods, async () => {
    await nextTurn();
    signal?.throwIfAborted();
  });
}

async function bytesOf(source: Source, fetchAll: FetchBytes, signal: AbortSignal): Promise<FetchedBytes> {
  switch (source.kind) {
    case 'address':
      return fetchAll(source.address, signal);
    case 'file':
      return { bytes: chunksOf(source.file.stream()), total: source.file.size };
    case 'text':
      return bytesOf({ kind: 'file', file: new Blob([source.text]), name: source.name }, fetchAll, signal);
  }
}

async function readAs({ reading, savedReading, grid, remembered }: Source): Promise<ReadOptions> {
  if (reading) return { reading };
  if (grid) return { grid };
  if (savedReading === undefined && remembered === undefined) return {};
  const { readReading, readReadings } = await import('../../formats/table/read-reading');
  if (savedReading === undefined) return { remembered: readReadings(remembered ?? '') };
  const saved = readReading(savedReading);
  if (typeof saved === 'string') throw new OpenFailure('badReading', saved);
  return { reading: saved };
}

function nameOf(source: Source): string {
  return source.kind === 'address' ? source.address : source.name;
}

interface KeptTable {
  source: string;
  reread: NonNullable<OpenedRecords['reread']>;
}

/** Returns a key by which a file or pasted text is recognised again, or null if there is no such key. */
function identityOf(source: Source): string | null {
  if (source.kind === 'text') return `text ${source.name} ${source.text}`;
  if (source.kind !== 'file' || !('lastModified' in source.file)) return null;
  return `file ${source.name} ${source.file.size} ${source.file.lastModified}`;
}

const changesCode = lazyModule(() => import('../../formats/table/table-changes'));

type ImageOf = (src: string, dataset: string) => string | null;

/**
 * Creates a `Core` that works in the calling thread and reads data with `fetchAll`. Without `imageOf`, the addresses of
 * images stay unchanged.
 */
export function createCore(fetchAll: FetchBytes, imageOf?: ImageOf): Core {
  let current: Current | null = null;
  let openings = 0;
  let keptTable: KeptTable | null = null;
  /** The dataset to which a new table is compared, while the reader tries readings of the table. */
  let earlier: Earlier | null = null;

  async function openSource(source: Source, signal: AbortSignal, onProgress: (progress: Progress) => void) {
    const name = nameOf(source);
    const identity = identityOf(source);
    const dataset = source.kind === 'address' ? source.address : LOCAL;
    const images = imageOf && { imageAt: (src: string) => imageOf(src, dataset) };
    // The page shows how a reader's own table was read, and there asks for the column of dates.
    const options = { name, ...images, canLackDates: source.kind !== 'address', ...(await readAs(source)) };
    const again = keptTable?.source === identity ? keptTable.reread(options) : null;
    if (again) return { ...again, problems: await withProposals(again.problems) };
    keptTable = null;
    const { bytes, total } = await bytesOf(source, fetchAll, signal);
    const opened = await openRecords(bytes, { ...options, total, onProgress });
    if (identity !== null && opened.reread) keptTable = { source: identity, reread: opened.reread };
    return opened;
  }

  /** Returns the differences to the dataset that was open before. Null if there is none, or if most ids differ. */
  async function changesOf({ comparedWith }: Source, after: OpenedRecords): Promise<RecordChanges | null> {
    if (current && current.key === comparedWith) {
      earlier = { key: current.key, root: current.root, records: current.index.records };
    } else if (earlier?.key !== comparedWith) {
      earlier = null;
    }
    if (!earlier || !after.reading) return null;
    const { hasMostlySameIds, tableChanges } = await changesCode.load();
    if (!hasMostlySameIds(earlier.records, after.records)) {
      earlier = null;
      return null;
    }
    await earlier.records.whole();
    return tableChanges(earlier, after, after.reading);
  }

  function opened(key: string): Current {
    if (current?.key !== key) throw new OpenFailure('workerLost');
    return current;
  }

  function makeTextIndex(): void {
    if (!current || current.isIndexing) return;
    current.isIndexing = true;
    const { index, abandoned } = current;
    const { signal } = abandoned;
    setTimeout(() => {
      // A failure or an abort is ignored, because searches without an index scan the text.
      if (!signal.aborted) index.text.makeIndex({ yieldTo: nextTurn, signal }).catch(() => {});
    }, DRAWING_MS);
  }

  return {
    async open(source, signal, onProgress = () => {}) {
      const abandoned = new AbortController();
      if (signal?.aborted) abandoned.abort(signal.reason);
      signal?.addEventListener('abort', () => abandoned.abort(signal.reason), { once: true });
      try {
        const opened = await openSource(source, abandoned.signal, onProgress);
        const { root, records, problems, unlisted, reading, facts } = opened;
        const changes = await changesOf(source, opened).catch(() => null);
        openings += 1;
        const key = `${openings} ${nameOf(source)}`;
        const { index, open: summary } = openIndex(key, records, problems, unlisted);
        // Before the page opens a reader's own table, it shows how the table was read. A table at an address opens at
        // once.
        const isOwn = source.kind !== 'address';
        const table = isOwn && reading && facts ? { table: { reading, ...facts() } } : {};
        const open: OpenDataset = { ...summary, ...table, ...(changes && { changes }) };
        abandoned.signal.throwIfAborted();
        current?.abandoned.abort();
        current = { key, root, index, abandoned, isIndexing: false };
        return open;
      } catch (error) {
        abandoned.abort(error);
        throw error;
      }
    },
    async ask<W extends Wants>(key: string, selection: Selection, wants: W, signal?: AbortSignal) {
      const dataset = opened(key);
      const { index } = dataset;
      const { text, compare } = selection;
      // A page asks for counts only after the reader has accepted the table. So the kept table and the earlier dataset
      // are no longer needed.
      if (wants.counts) [keptTable, earlier] = [null, null];
      const orders = [wants.rows, wants.sides, wants.neighbours].flatMap(want => want?.order ?? []);
      await unlessAborted(readyFor(dataset, isOfSelection(wants) ? [text, compare?.text ?? ''] : [], orders), signal);
      if (wants.matrix) await matrixCode.load();
      if (compare) await compareCode.load();
      const selected = select(index, selection, wants);
      await unlessAborted(index.records.ready(awaitedPositions(selected)), signal);
      const replies = materialize(index, selected);
      // After a partial reply, the remaining text is loaded in the background. Questions that need this text wait for
      // it.
      if (replies.rows?.isPartial || replies.marks?.isPartial || replies.sides?.isPartial) void index.records.whole();
      makeTextIndex();
      if (wants.trends) replies.trends = await trendsOf(index, signal);
      if (wants.facts) replies.facts = await factsOf(index, wants.facts.periods, signal);
      return replies as RepliesTo<W>;
    },
    async chunk(key, selection, order, start, signal) {
      signal?.throwIfAborted();
      const dataset = opened(key);
      const { index } = dataset;
      await unlessAborted(readyFor(dataset, [selection.text], [order]), signal);
      // The code of exports is loaded on demand, because few readers export.
      const { selectChunk } = await import('./export-chunk');
      const { positions, materialize } = selectChunk(index, { selection, order, start });
      await unlessAborted(index.records.ready(positions), signal);
      return materialize();
    },
  };
}
