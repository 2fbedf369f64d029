import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * Returns a ref, and the width in pixels of the element with this ref. The width is 0 until it is measured. `at once`
 * measures before the first paint, which forces a layout. `later` measures after the browser's own layout, which suits
 * elements whose height does not depend on their width.
 */
export function useWidth<E extends Element>(when: 'at once' | 'later' = 'at once'): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (when === 'at once') setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [when]);
  return [ref, width];
}
