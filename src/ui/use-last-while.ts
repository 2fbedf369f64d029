import { useState } from 'react';

/**
 * Returns `value` if `isGood` is true, otherwise the last `value` for which `isGood` was true. Returns the first `value`
 * if `isGood` has never been true.
 */
export function useLastWhile<T>(value: T, isGood: boolean): T {
  const [latest, setLatest] = useState<T>(value);
  if (!isGood) return latest;
  if (latest !== value) setLatest(value);
  return value;
}
