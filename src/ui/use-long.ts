import { startTransition, useEffect, useState } from 'react';

/** Returns whether `isOn` has been true for longer than `ms` milliseconds. */
export function useLong(isOn: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return setLong(false);
    const timer = setTimeout(() => startTransition(() => setLong(true)), ms);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isLong;
}
