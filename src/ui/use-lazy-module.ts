import { useEffect, useState } from 'react';
import type { LazyModule } from '../lib/lazy-module';

/** Loads a module. `part` is null until the module has loaded. `failure` is null unless loading failed. */
export function useLazyModule<Part>(code: LazyModule<Part>): { part: Part | null; failure: unknown } {
  const [, setLoaded] = useState<LazyModule<Part> | null>(null);
  const [failed, setFailed] = useState<{ code: LazyModule<Part>; failure: unknown } | null>(null);
  const part = code.get();
  const isLoaded = part !== null;
  useEffect(() => {
    if (!isLoaded) {
      code.load().then(
        () => setLoaded(code),
        failure => setFailed({ code, failure }),
      );
    }
  }, [code, isLoaded]);
  return { part, failure: failed?.code === code ? failed.failure : null };
}
