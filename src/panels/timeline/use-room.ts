import { type RefObject, useEffect, useRef } from 'react';
import { useEventCallback } from '../../ui/use-event-callback';
import type { PanelProps } from '../panel';

/** In pixels: the least height that counts as room, enough for a heading and a line. */
const LEAST_ROOM = 96;

/**
 * Calls `onRoom` with the drawn marks if at least `LEAST_ROOM` pixels are free below the element while the page is at
 * its top, otherwise with null. Does so when the returned function gets the drawn marks, and after that when the
 * element or the screen changes its size. Calls `onRoom` with null when the component is unmounted.
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
