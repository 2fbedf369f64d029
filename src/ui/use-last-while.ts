import { useState } from 'react';

/** Returns `value` while `isGood`, otherwise the last value for which it was true (initially the first value). */
export function useLastWhile<T>(value: T, isGood: boolean): T {
  const [latest, setLatest] = useState<T>(value);
  if (!isGood) return latest;
  if (latest !== value) setLatest(value);
  return value;
}
