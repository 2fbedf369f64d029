import { type RefObject, useEffect, useRef, useState } from 'react';
import { inSteps } from './in-steps';
import type { Island } from './island';

/**
 * The island in an element, made once the element is on the page, in a task of its own, as that takes its time; made anew in
 * another language. Null until its ground is drawn.
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
