import { type RefObject, useEffect, useState } from 'react';

/** Rows up to this many pixels outside the screen are also drawn, so that scrolling shows no blank space. */
const MARGIN = 600;

/** The distance in pixels that the page scrolls before rows are drawn again. */
const STEP = 200;

/** The part of an element to draw, in pixels from the top of the element. */
export interface Seen {
  top: number;
  bottom: number;
}

/** Returns the visible part of an element with a margin above and below. The result changes during scrolling. */
export function useSeen(ref: RefObject<HTMLElement | null>): Seen {
  const [seen, setSeen] = useState<Seen>({ top: 0, bottom: 2000 });
  useEffect(() => {
    const look = () => {
      const top = -(ref.current?.getBoundingClientRect().top ?? 0);
      const from = Math.floor((top - MARGIN) / STEP) * STEP;
      const to = Math.ceil((top + innerHeight + MARGIN) / STEP) * STEP;
      setSeen(before => (before.top === from && before.bottom === to ? before : { top: from, bottom: to }));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [ref]);
  return seen;
}
