import { useEffect, useState } from 'react';
import type { View } from '../model/view';

/** The milliseconds for which the page keeps the subject in view, while panels load and the timeline arranges marks. */
const PATIENCE_MS = 6000;

/** After these events the page no longer keeps the subject in view, because the reader scrolls or acts. */
const TAKES_OVER = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * Remembers whether the opened activity is the subject of the view: either the page's link named this activity and no
 * window, or `showSubject` was called. The timeline then shows the time around the activity, until the reader opens
 * another activity or moves the window.
 */
export function useSubject(view: View): { isSubject: boolean; showSubject: (id: string) => void } {
  const { activity, from, to, wholeAxis, compare } = view;
  const [subject, setSubject] = useState(activity);
  const isWindowless = from === null && to === null && !wholeAxis && compare === null;
  const isSubject = subject !== null && subject === activity && isWindowless;
  if (subject !== null && !isSubject) setSubject(null);
  useEffect(() => (isSubject && subject !== null ? keepInView(subject) : undefined), [isSubject, subject]);
  return { isSubject, showSubject: setSubject };
}

/** Keeps the mark or row of an activity in view for `PATIENCE_MS`. Returns a function that stops the scrolling. */
function keepInView(id: string): () => void {
  const name = CSS.escape(id);
  const selector = `main :is([data-activity="${name}"], [data-stands-for~="${name}"])`;
  const latest = performance.now() + PATIENCE_MS;
  let frame = 0;
  const look = () => {
    const drawn = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      element => !element.closest('[data-brief]'),
    );
    const element = drawn.find(found => found.checkVisibility());
    if (element && !isInView(element)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (performance.now() < latest) frame = requestAnimationFrame(look);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    for (const event of TAKES_OVER) removeEventListener(event, end);
  };
  for (const event of TAKES_OVER) addEventListener(event, end, { passive: true });
  frame = requestAnimationFrame(look);
  return end;
}

/** Whether an element is in view, below the parts of the page that stick to the top of the screen. */
function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) && bottom <= innerHeight;
}
