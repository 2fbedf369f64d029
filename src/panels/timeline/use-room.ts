import { type RefObject, useEffect, useRef } from 'react';
import { useEventCallback } from '../../ui/use-event-callback';
import type { PanelProps } from '../panel';

/** The minimum height of free space in pixels, enough for a heading and a line of the list. */
const LEAST_ROOM = 96;

/**
 * Calls `onRoom` with the drawn marks if the screen has at least `LEAST_ROOM` free pixels below the element, otherwise
 * with null. Measures as if the page were scrolled to its top. Call the returned function with the drawn marks; after
 * that, `onRoom` is also called when the element or the screen changes its size. Calls `onRoom` with null on unmount.
 */
export function useRoom(
  element: RefObject<HTMLElement | null>,
  onRoom: PanelProps['onRoom'],
): (drawn: Parameters<PanelProps['onRoom']>[0]) => void {
  const marks = useRef<Parameters<PanelProps['onRoom']>[0]>(null);
  const measure = useEventCallback(() => {
    const measured = element.current;
    if (!measured || !marks.current) return;
    const hasRoom = measured.getBoundingClientRect().bottom + scrollY + LEAST_ROOM <= innerHeight;
    onRoom(hasRoom ? marks.current : null);
  });
  const leave = useEventCallback(() => onRoom(null));
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element.current);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
      leave();
    };
  }, [element, measure, leave]);
  return drawn => {
    marks.current = drawn;
    measure();
  };
}
