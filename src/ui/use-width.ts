import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The width of an element in pixels, 0 until it is known: before it is first painted, for which the browser lays the page out
 * once more, or `later`, a frame after, for what has its height without it.
 */
export function useWidth<E extends Element>(isKnown: 'at once' | 'later' = 'at once'): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (isKnown === 'at once') setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isKnown]);
  return [ref, width];
}
