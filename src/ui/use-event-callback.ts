import { useCallback, useRef } from 'react';

/** Returns an event handler that is always the same function, but calls the latest `act`. */
export function useEventCallback<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given) => latest.current(...given), []);
}
