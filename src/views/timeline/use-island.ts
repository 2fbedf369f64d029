import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Island } from './island';

/**
 * The island in an element, made once the element is on the page, in a task of its own, as that takes its time; made anew in
 * another language. Null until it is there.
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
    const timer = setTimeout(() => {
      if (!container.current) return;
      island = latest.current(container.current);
      setPresent({ island, language });
    });
    return () => {
      clearTimeout(timer);
      island?.destroy();
      setPresent(null);
    };
  }, [container, language]);
  return present?.language === language ? present.island : null;
}
