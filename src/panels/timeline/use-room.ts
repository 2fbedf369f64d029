import { type RefObject, useEffect, useEffectEvent } from 'react';

/** In pixels: the least height that counts as room, enough for a heading and a line. */
const LEAST_ROOM = 96;

/**
 * Calls `onRoom` with whether the element ends above the end of the screen while the page is at its top, now and whenever its
 * size or that of the screen changes. Calls it with false before it `isDrawn`, and when the component is unmounted.
 */
export function useRoom(
  element: RefObject<HTMLElement | null>,
  isDrawn: boolean,
  onRoom: (hasRoom: boolean) => void,
): void {
  const tell = useEffectEvent(onRoom);
  useEffect(() => {
    const measured = element.current;
    if (!measured || !isDrawn) return;
    const measure = () => tell(measured.getBoundingClientRect().bottom + scrollY + LEAST_ROOM <= innerHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      tell(false);
    };
  }, [element, isDrawn]);
}
