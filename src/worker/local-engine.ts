import { fetchText } from '../dataset/fetch-dataset';
import { readDataset } from '../dataset/read-dataset';
import { toRecords } from '../dataset/to-records';
import { find, findActivity, told, toldActivity } from '../engine/answer';
import type { Index } from '../engine/build-index';
import { openIndex } from '../engine/open-index';
import type { Engine } from '../model/answer';
import { OpenFailure } from '../model/problem';

type ReadText = (address: string, signal?: AbortSignal) => Promise<string>;

/** The engine in this very thread: what the worker wraps, and what tests and commands use as it is. */
export function createLocalEngine(readText: ReadText = fetchText): Engine {
  let current: { key: string; index: Index } | null = null;
  let openings = 0;

  function indexOf(key: string): Index {
    if (current?.key !== key) throw new OpenFailure('workerLost');
    return current.index;
  }

  return {
    async open(address, signal) {
      const text = await readText(address, signal);
      const { dataset, problems, moreProblems } = readDataset(text);
      openings += 1;
      const { index, open } = openIndex(`${openings} ${address}`, toRecords(dataset), problems, moreProblems);
      current = { key: open.key, index };
      return open;
    },
    async answer(key, query) {
      const index = indexOf(key);
      const found = find(index, query);
      await index.records.ready([...found.rows, ...found.marks]);
      return told(index, found);
    },
    async activity(key, id, query) {
      const index = indexOf(key);
      const found = findActivity(index, id, query);
      if (!found) return null;
      await index.records.ready([found.position, found.previous, found.next].filter(position => position !== null));
      return toldActivity(index, found);
    },
  };
}
