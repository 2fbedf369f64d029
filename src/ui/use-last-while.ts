import { useState } from 'react';

/**
 * Returns `value` while `isGood` is true, otherwise the last value for which `isGood` was true. If it was never true,
 * returns the first value.
 */
export function useLastWhile<T>(value: T, isGood: boolean): T {
  const [latest, setLatest] = useState<T>(value);
  if (!isGood) return latest;
  if (latest !== value) setLatest(value);
  return value;
}
