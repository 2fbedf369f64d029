import { useCallback, useRef } from 'react';

/** Hands the focus of an element that is about to go to the one that comes in its place: its ref, and the hand-over. */
export function useHandedFocus<E extends HTMLElement>(): [(element: E | null) => void, () => void] {
  const isDue = useRef(false);
  const receive = useCallback((element: E | null) => {
    if (!element || !isDue.current) return;
    isDue.current = false;
    element.focus();
  }, []);
  const handOver = useCallback(() => {
    isDue.current = true;
  }, []);
  return [receive, handOver];
}
