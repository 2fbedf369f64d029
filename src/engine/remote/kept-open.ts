import { OpenFailure } from '../../model/problem';
import type { Engine } from '../engine';
import type { Wait } from './wait';

/** After how many milliseconds a question that took the server too long is asked again. */
const AGAIN_MS = 30_000;

/**
 * Wraps an engine on a server so that a question that takes the server too long stays open, so that the page keeps its last
 * answer. It is asked again after a while, and ends when it is aborted. Other questions don't wait for it. Before the first
 * answer, the question is rejected.
 */
export function keptOpen(engine: Engine, wait: Wait): Engine {
  return {
    ...engine,
    async ask(...question) {
      for (;;) {
        try {
          return await engine.ask(...question);
        } catch (error) {
          const isTooSlow = error instanceof OpenFailure && error.code === 'tooSlow';
          if (!isTooSlow || engine.state?.get().kind !== 'tooSlow') throw error;
          await wait(AGAIN_MS, question[3]);
        }
      }
    },
  };
}
