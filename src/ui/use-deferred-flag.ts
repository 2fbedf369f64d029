import { startTransition, useEffect, useState } from 'react';

/** Returns false at first and `value` after a transition, so that an expensive rendering does not block input and painting. */
export function useDeferredFlag(value: boolean): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => startTransition(() => setLater(value)), [value]);
  return later;
}
