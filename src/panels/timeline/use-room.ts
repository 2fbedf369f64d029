import { type RefObject, useEffect, useRef } from 'react';
import { useEventCallback } from '../../ui/use-event-callback';
import type { PanelProps } from '../panel';

/** The minimum height of free space in pixels, enough for a heading and a line of the list. */
const LEAST_ROOM = 96;

/**
 * Returns a function to call with the drawn marks. From then on, and when the element or the screen changes its size,
 * the hook calls `onRoom` with these marks. It calls `onRoom` with null on unmount, or if fewer than `LEAST_ROOM`
 * pixels of the screen are free below the element. The free pixels are those of a page scrolled to its top.
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
