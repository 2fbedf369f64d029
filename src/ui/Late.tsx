import { type ReactNode, startTransition, useEffect, useState } from 'react';

const LATE_MS = 200;

/** What stands in for something else, and is only made when that takes longer than anyone would notice. */
export function Late({ children }: { children: ReactNode }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setLate(true)), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? children : null;
}
