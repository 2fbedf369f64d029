import { ALL_CAPABILITIES, type Engine } from '../engine';
import { inChunks } from '../in-chunks';
import { createCore } from './core';

export function createLocalEngine(...given: Parameters<typeof createCore>): Engine {
  const core = createCore(...given);
  return {
    ...core,
    capabilities: ALL_CAPABILITIES,
    export: (key, selection, order, signal, onProgress) =>
      inChunks(start => core.chunk(key, selection, order, start, signal), onProgress),
  };
}
