import { useCallback, useRef } from 'react';

/** Returns a ref for an element that is yet to be rendered, and a function that makes it take the focus when it is. */
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
