import { fetchText } from '../dataset/fetch-dataset';
import { readDataset } from '../dataset/read-dataset';
import { answer, openActivity } from '../engine/answer';
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
      const { index, open } = openIndex(`${openings} ${address}`, dataset, problems, moreProblems);
      current = { key: open.key, index };
      return open;
    },
    answer: async (key, query) => answer(indexOf(key), query),
    activity: async (key, id, query) => openActivity(indexOf(key), id, query),
  };
}
