/** A module that is loaded on first use. */
export interface LazyModule<Part> {
  /** Returns the module, or null before it has loaded. */
  get: () => Part | null;
  /** Loads the module once for all callers. Rejects on failure; the next call tries again. */
  load: () => Promise<Part>;
  /** Starts loading ahead of use and ignores failures. The next `load` reports them. */
  begin: () => void;
}

/** A part that is here from the beginning, for where others come late. */
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
