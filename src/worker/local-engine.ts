import { type FetchedBytes, fetchBytes } from '../dataset/fetch-dataset';
import { openRecords } from '../dataset/open-records';
import { answer, findActivity, toldActivity } from '../engine/answer';
import type { Index } from '../engine/build-index';
import { openIndex } from '../engine/open-index';
import { readsText } from '../engine/orders';
import { trendOf, trendParts } from '../engine/trends';
import type { Engine, FacetTrend } from '../model/answer';
import { OpenFailure } from '../model/problem';

type FetchBytes = (address: string, signal?: AbortSignal) => Promise<FetchedBytes>;

interface Current {
  key: string;
  index: Index;
  abandoned: AbortController;
  isIndexing: boolean;
}

/** Lets messages that wait be answered first. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/** The engine in this very thread: what the worker wraps, and what tests and commands use as it is. */
export function createLocalEngine(fetchAll: FetchBytes = fetchBytes): Engine {
  let current: Current | null = null;
  let openings = 0;

  function indexOf(key: string): Index {
    if (current?.key !== key) throw new OpenFailure('workerLost');
    return current.index;
  }

  /** Behind the first answer, so that it delays none. */
  function makeTextIndex(): void {
    if (!current || current.isIndexing) return;
    current.isIndexing = true;
    const { index, abandoned } = current;
    const { signal } = abandoned;
    // Given up with the dataset, or without its text: the scan goes on answering.
    index.text.makeIndex({ yieldTo: nextTurn, signal }).catch(() => {});
  }

  return {
    async open(address, signal, onProgress = () => {}) {
      const { bytes, total } = await fetchAll(address, signal);
      const { records, problems, moreProblems } = await openRecords(bytes, total, onProgress);
      openings += 1;
      const { index, open } = openIndex(`${openings} ${address}`, records, problems, moreProblems);
      current?.abandoned.abort();
      current = { key: open.key, index, abandoned: new AbortController(), isIndexing: false };
      return open;
    },
    async answer(key, query) {
      const index = indexOf(key);
      for (const text of [query.text, query.compare?.text ?? '']) if (text !== '') await index.text.ready(text);
      if (readsText(query.sort)) await index.records.whole();
      const found = answer(index, query);
      makeTextIndex();
      return found;
    },
    async activity(key, id, query) {
      const index = indexOf(key);
      if (readsText(query.sort)) await index.records.whole();
      const found = findActivity(index, id, query);
      if (!found) return null;
      await index.records.ready(
        [found.position, found.previous, found.next, ...found.related].filter(position => position !== null),
      );
      return toldActivity(index, found);
    },
    async trends(key, signal) {
      const index = indexOf(key);
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
