import { type RefObject, useEffect, useRef, useState } from 'react';
import { inSteps } from './in-steps';
import type { Island } from './island';

/**
 * Creates the timeline's `Island` in `container` and returns it once its axis and lanes are drawn; null until then. Creating it
 * is slow, so it is done in a task of its own after the element is mounted. When the language changes, a new island replaces
 * it. Throws if the timeline's style sheet is missing, because the timeline would be unreadable.
 */
export function useIsland(
  container: RefObject<HTMLElement | null>,
  language: string,
  make: (element: HTMLElement) => Island,
): Island | null {
  const [present, setPresent] = useState<{ island: Island; language: string } | null>(null);
  const [isUnstyled, setUnstyled] = useState(false);
  const latest = useRef(make);
  latest.current = make;
  useEffect(() => {
    let island: Island | null = null;
    const cancel = inSteps(() => {
      if (!container.current) return [];
      if (!isStyled(container.current)) {
        setUnstyled(true);
        return [];
      }
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
  if (isUnstyled) throw new Error('the style sheet of the timeline is missing');
  return present?.language === language ? present.island : null;
}

/** Whether the timeline's style sheet is loaded: it sets `--is-styled`. */
function isStyled(element: HTMLElement): boolean {
  return getComputedStyle(element).getPropertyValue('--is-styled') !== '';
}
