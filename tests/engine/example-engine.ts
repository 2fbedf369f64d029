import type { Engine } from '../../src/engine/engine';

/** Wraps an engine so that its answers pass through JSON, as those of a remote service would. */
export function throughJson(engine: Engine): Engine {
  return {
    capabilities: engine.capabilities,
    open: async (...given) => copied(await engine.open(...given)),
    ask: async (...question) => copied(await engine.ask(...question)),
    async *export(...given) {
      for await (const activities of engine.export(...given)) yield copied(activities);
    },
  };
}

function copied<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer));
}
