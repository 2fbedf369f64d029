import { useState } from 'react';

/** The last value that was good: this one, or while it isn't the one before; the first one anyway. */
export function useLastWhile<T>(value: T, isGood: boolean): T {
  const [latest, setLatest] = useState<T>(value);
  if (!isGood) return latest;
  if (latest !== value) setLatest(value);
  return value;
}
