import { startTransition, useEffect, useState } from 'react';

export function useLong(isOn: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOn) return setLong(false);
    const timer = setTimeout(() => startTransition(() => setLong(true)), ms);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isLong;
}
