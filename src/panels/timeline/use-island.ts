import { type RefObject, useEffect, useRef, useState } from 'react';
import { inSteps } from './in-steps';
import type { Island } from './island';

/**
 * The island in an element, made once the element is on the page, in a task of its own, as that takes its time; made anew in
 * another language. Null until its ground is drawn. Throws where the timeline's style sheet has not come, without which it
 * would be a heap of words.
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

/** `timeline.css` sets it. */
function isStyled(element: HTMLElement): boolean {
  return getComputedStyle(element).getPropertyValue('--is-styled') !== '';
}
