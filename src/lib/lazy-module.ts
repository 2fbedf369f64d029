/** A part of the code that comes when it is first wanted. */
export interface LazyModule<Part> {
  /** What it is, or null until it has come. */
  get: () => Part | null;
  /** Has it come, once for all that ask. Rejects when it doesn't; asked again it is tried anew. */
  load: () => Promise<Part>;
  /** Lets it come before it is wanted. That it doesn't is told where it is shown. */
  begin: () => void;
}

export function lazyModule<Part>(fetchPart: () => Promise<Part>): LazyModule<Part> {
  let here: Part | null = null;
  let coming: Promise<Part> | null = null;
  const load = async () => {
    try {
      coming ??= fetchPart();
      here = await coming;
      return here;
    } catch (error) {
      coming = null;
      throw error;
    }
  };
  return { get: () => here, load, begin: () => void load().catch(() => undefined) };
}
