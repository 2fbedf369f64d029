import { type RefObject, useEffect, useRef } from 'react';
import { useEventCallback } from '../../ui/use-event-callback';
import type { PanelProps } from '../panel';

/** In pixels: the least height that counts as room, enough for a heading and a line. */
const LEAST_ROOM = 96;

/**
 * Calls `onRoom` with the drawn marks if the element ends above the end of the screen while the page is at its top, otherwise
 * with null: whenever the returned function is called with the marks that were drawn, and whenever the size of the element or
 * of the screen changes after that. Calls it with null when the component is unmounted.
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
