import { useState } from 'react';

/** Returns the most recent `value` for which `isGood` was true, or the first `value` if there was none. */
export function useLastWhile<T>(value: T, isGood: boolean): T {
  const [latest, setLatest] = useState<T>(value);
  if (!isGood) return latest;
  if (latest !== value) setLatest(value);
  return value;
}
