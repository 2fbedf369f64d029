import { useCallback, useRef } from 'react';

/**
 * Returns a ref for an element that is not rendered yet, and a function that requests the focus for this element. The
 * element then gets the focus as soon as React renders it.
 */
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
