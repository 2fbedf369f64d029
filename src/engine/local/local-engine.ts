import type { FetchedBytes } from '../../formats/fetch-dataset';
import { openRecords } from '../../formats/open-records';
import type { Engine, FacetTrend, Query } from '../../model/answer';
import { OpenFailure } from '../../model/problem';
import { answer, materializeActivity, selectActivity } from './answer';
import type { Index } from './build-index';
import { openIndex } from './open-index';
import { trendOf, trendParts } from './trends';

type FetchBytes = (address: string, signal?: AbortSignal) => Promise<FetchedBytes>;

interface Current {
  key: string;
  index: Index;
  abandoned: AbortController;
  isIndexing: boolean;
}

/**
 * About as long as a page takes to draw its first answer. On a machine with few processors that takes twice as long while text
 * comes in and is indexed, so both begin afterwards.
 */
const DRAWING_MS = 800;

/** Lets messages that wait be answered first. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/** What a promise comes to, for as long as somebody wants it: rejects with the signal's reason once that is aborted. */
async function unlessAborted<T>(promise: Promise<T> | null, signal?: AbortSignal): Promise<T | null> {
  if (!promise || !signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Waits for what a question can't be answered without: the texts it searches, and the order it wants. */
async function readyFor({ index, abandoned }: Current, query: Query): Promise<void> {
  const searched = [query.text, query.compare?.text ?? ''].filter(words => words !== '');
  await Promise.all(searched.map(words => index.text.ready(words)));
  await index.orders.ready(query.sort, { yieldTo: nextTurn, signal: abandoned.signal });
}

/** The engine in this very thread: what the worker wraps, and what tests and commands use as it is. */
export function createLocalEngine(fetchAll: FetchBytes): Engine {
  let current: Current | null = null;
  let openings = 0;

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
      // Given up with the dataset, or without its text: the scan goes on answering.
      if (!signal.aborted) index.text.makeIndex({ yieldTo: nextTurn, signal }).catch(() => {});
    }, DRAWING_MS);
  }

  return {
    async open(address, signal, onProgress = () => {}) {
      const abandoned = new AbortController();
      if (signal?.aborted) abandoned.abort(signal.reason);
      signal?.addEventListener('abort', () => abandoned.abort(signal.reason), { once: true });
      try {
        const { bytes, total } = await fetchAll(address, abandoned.signal);
        const { records, problems, moreProblems } = await openRecords(bytes, { total, onProgress });
        openings += 1;
        const { index, open } = openIndex(`${openings} ${address}`, records, problems, moreProblems);
        abandoned.signal.throwIfAborted();
        current?.abandoned.abort();
        current = { key: open.key, index, abandoned, isIndexing: false };
        return open;
      } catch (error) {
        abandoned.abort(error);
        throw error;
      }
    },
    async answer(key, query, signal) {
      const dataset = opened(key);
      const { index } = dataset;
      await unlessAborted(readyFor(dataset, query), signal);
      const found = answer(index, query);
      // The rest of a partial answer loads in the background; questions that need it wait for it.
      if (found.isPartial) void index.records.whole();
      makeTextIndex();
      return found;
    },
    async activity(key, id, query, signal) {
      const dataset = opened(key);
      const { index } = dataset;
      await unlessAborted(readyFor(dataset, query), signal);
      const found = selectActivity(index, id, query);
      if (!found) return null;
      const shown = [found.position, found.previous, found.next, ...found.related].filter(at => at !== null);
      await unlessAborted(index.records.ready(shown), signal);
      return materializeActivity(index, found);
    },
    async trends(key, signal) {
      const { index } = opened(key);
      const facets: FacetTrend[] = [];
      for (const { id } of index.records.head.facets) {
        await nextTurn();
        signal?.throwIfAborted();
        facets.push(trendOf(index, id));
      }
      return { parts: trendParts(index), facets };
    },
  };
}
