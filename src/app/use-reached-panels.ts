import { useEffect } from 'react';
import { PANELS, type Panel } from '../model/view';

/**
 * Calls `onReach` with a panel when the pointer moves over the panel's button (`data-panel`) in an element. When a
 * button gets the keyboard focus, calls `onReach` with the panels of both neighbouring buttons, because the next arrow
 * key chooses one of the two.
 */
export function useReachedPanels(element: HTMLElement | null, onReach: (panel: Panel) => void): void {
  useEffect(() => {
    if (!element) return;
    const listening = new AbortController();
    const reach = (button: Element | null) => {
      const reached = PANELS.find(panel => panel === button?.getAttribute('data-panel'));
      if (reached) onReach(reached);
    };
    const handle = ({ target, type }: Event) => {
      const button = target instanceof Element && target.closest('[data-panel]');
      if (!button) return;
      if (type === 'pointerover') reach(button);
      else if (target.matches(':focus-visible')) {
        reach(button.previousElementSibling);
        reach(button.nextElementSibling);
      }
    };
    for (const type of ['pointerover', 'focusin']) element.addEventListener(type, handle, listening);
    return () => listening.abort();
  }, [element, onReach]);
}
