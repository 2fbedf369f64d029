import type { Engine, Source } from '../engine';

/**
 * Returns an engine that opens the server's dataset with `served`, and every other dataset with `own`. Questions go to
 * the engine that opened a dataset last.
 */
export function engineBySource(served: Engine, own: Engine, isServed: (source: Source) => boolean): Engine {
  let current = served;
  return {
    get capabilities() {
      return { ...current.capabilities, sources: own.capabilities.sources };
    },
    get state() {
      return current.state;
    },
    get version() {
      return current.version;
    },
    async open(source, signal, onProgress) {
      const engine = isServed(source) ? served : own;
      const open = await engine.open(source, signal, onProgress);
      current = engine;
      return open;
    },
    ask: (...question) => current.ask(...question),
    sampleOf: replies => current.sampleOf?.(replies) ?? null,
    export: (...question) => current.export(...question),
  };
}
