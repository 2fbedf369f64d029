import { startTransition, useEffect, useState } from 'react';

/** Whether something has been going on for longer than so many milliseconds. */
export function useLong(isOn: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return setLong(false);
    const timer = setTimeout(() => startTransition(() => setLong(true)), ms);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isLong;
}
