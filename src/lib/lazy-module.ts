export interface LazyModule<Part> {
  /** Returns null if the module has not loaded yet. */
  get: () => Part | null;
  /** Loads the module once for all callers. If loading fails, the next call tries again. */
  load: () => Promise<Part>;
  /** Starts loading the module before its use. Ignores failures, because the next `load` tries again. */
  begin: () => void;
}

/** Wraps a module that is already loaded, for callers that expect a `LazyModule`. */
export function loadedModule<Part>(part: Part): LazyModule<Part> {
  return { get: () => part, load: async () => part, begin: () => undefined };
}

export function lazyModule<Part>(fetchPart: () => Promise<Part>): LazyModule<Part> {
  let loaded: Part | null = null;
  let loading: Promise<Part> | null = null;
  const load = async () => {
    try {
      loading ??= fetchPart();
      loaded = await loading;
      return loaded;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  return { get: () => loaded, load, begin: () => void load().catch(() => undefined) };
}
