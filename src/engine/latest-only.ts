import { isBackground, type RepliesTo, type Wants } from '../model/wants';
import type { Engine } from './engine';

/**
 * Wraps an engine so that it works on one question at a time, while other questions wait. A question that is aborted
 * while it waits never reaches the engine. In each frame of a gesture, the page aborts the previous question, so only
 * the newest one waits. Background questions and those of the precision `exact` never wait.
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
      const [, , wants, signal, precision] = question;
      if (isBackground(wants) || precision === 'exact') return engine.ask(...question);
      if (signal?.aborted) return Promise.reject(signal.reason);
      return new Promise<RepliesTo<W>>((resolve: (replies: RepliesTo<W>) => void, reject) => {
        const go = () => {
          isBusy = true;
          // After an abort, the engine may work on until its promise settles.
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
