import { OpenFailure } from '../../model/problem';
import type { Engine } from '../engine';
import type { Wait } from './wait';

const AGAIN_MS = 30_000;

/**
 * Wraps an engine on a server. If the server takes too long for a question, the promise stays pending, so that the page
 * keeps showing its last answer. The question is sent again every 30 seconds until it is answered or aborted. Other
 * questions do not wait for it. Before the server's first answer, a question that takes too long is rejected instead.
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
