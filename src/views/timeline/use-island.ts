import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Island } from './island';

/** Takes one step, and then one with each frame that the browser has drawn. Cancels those to come. */
function inSteps(first: () => (() => void)[]): () => void {
  let frame = 0;
  let timer = 0;
  const take = (steps: readonly (() => void)[]) => {
    const [next, ...others] = steps;
    if (!next) return;
    frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        next();
        take(others);
      });
    });
  };
  timer = window.setTimeout(() => take(first()));
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}

/**
 * The island in an element, made once the element is on the page, in a task of its own, as that takes its time; made anew in
 * another language. Null until it has drawn its first frame.
 */
export function useIsland(
  container: RefObject<HTMLElement | null>,
  language: string,
  make: (element: HTMLElement) => Island,
): Island | null {
  const [present, setPresent] = useState<{ island: Island; language: string } | null>(null);
  const latest = useRef(make);
  latest.current = make;
  useEffect(() => {
    let island: Island | null = null;
    const cancel = inSteps(() => {
      if (!container.current) return [];
      const made = latest.current(container.current);
      island = made;
      return [() => made.show(), () => made.drawGround(), () => setPresent({ island: made, language })];
    });
    return () => {
      cancel();
      island?.destroy();
      setPresent(null);
    };
  }, [container, language]);
  return present?.language === language ? present.island : null;
}
