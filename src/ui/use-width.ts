import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The width of an element in pixels, 0 until it is known. With `at once` it is before the first paint, which costs a layout of the
 * page; with `later` a frame after it, for what has its height without a width.
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
