import { useEffect, useState } from 'react';
import type { LazyModule } from '../lib/lazy-module';

/** A part of the code, or null until it is here, and why it doesn't come, if it doesn't. */
export function useLazyModule<Part>(code: LazyModule<Part>): { part: Part | null; failure: unknown } {
  const [, setCome] = useState<LazyModule<Part> | null>(null);
  const [failed, setFailed] = useState<{ code: LazyModule<Part>; failure: unknown } | null>(null);
  const part = code.get();
  const isHere = part !== null;
  useEffect(() => {
    if (!isHere) {
      code.load().then(
        () => setCome(code),
        failure => setFailed({ code, failure }),
      );
    }
  }, [code, isHere]);
  return { part, failure: failed?.code === code ? failed.failure : null };
}
