import { startTransition, useEffect, useState } from 'react';

/** Follows, in a rendering that lets input and painting through: for what takes long to render the first time. */
export function useDeferredFlag(value: boolean): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => startTransition(() => setLater(value)), [value]);
  return later;
}
