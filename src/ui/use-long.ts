import { useEffect, useState } from 'react';

const LONG_MS = 1000;

/** Whether something has been going on for so long that it should be said. */
export function useLong(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return setLong(false);
    const timer = setTimeout(setLong, LONG_MS, true);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isLong;
}
