import { useCallback, useRef } from 'react';

/** A function that stays the same from one rendering to the next and does what the latest one says; for events. */
export function useEventCallback<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given) => latest.current(...given), []);
}
