import { isBackground, type RepliesTo, type Wants } from '../model/wants';
import type { Engine } from './engine';

/**
 * The same engine, asked one question at a time: the others wait here, so one that is aborted meanwhile costs the engine
 * nothing, and of the frames of a gesture only the newest is still waiting. Background wants pass at once.
 */
export function latestOnly(engine: Engine): Engine {
  let isBusy = false;
  let waiting: (() => void)[] = [];

  function next(): void {
    isBusy = false;
    waiting.shift()?.();
  }

  return {
    ...engine,
    ask<W extends Wants>(...question: Parameters<typeof engine.ask<W>>) {
      const [, , wants, signal] = question;
      if (isBackground(wants)) return engine.ask(...question);
      if (signal?.aborted) return Promise.reject(signal.reason);
      return new Promise<RepliesTo<W>>((resolve: (replies: RepliesTo<W>) => void, reject) => {
        const go = () => {
          isBusy = true;
          // Even after an abort the engine is busy until it says that it has given up.
          engine
            .ask(...question)
            .then(resolve, reject)
            .finally(next);
        };
        const giveUp = () => {
          waiting = waiting.filter(other => other !== go);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        if (isBusy) waiting.push(go);
        else go();
      });
    },
  };
}
