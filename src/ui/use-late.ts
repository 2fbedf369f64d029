import { useEffect, useState } from 'react';
import type { LateCode } from '../lib/late-code';

/** A part of the code, or null until it is here, and why it doesn't come, if it doesn't. */
export function useLate<Part>(code: LateCode<Part>): { part: Part | null; failure: unknown } {
  const [, setCome] = useState<LateCode<Part> | null>(null);
  const [failed, setFailed] = useState<{ code: LateCode<Part>; failure: unknown } | null>(null);
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
