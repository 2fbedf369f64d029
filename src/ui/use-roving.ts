import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { focusFirst, readingKey } from './roving';

const CONTROLS = 'a[href], button:not(:disabled), select, input';

interface Roving<E extends HTMLElement> {
  ref: RefObject<E | null>;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Makes the controls of a toolbar a single Tab stop. Left and Right move between controls, Home and End to the first and
 * last control. In a text box, Left and Right leave the box only if the cursor is at that end of the text. Up and Down
 * are not handled, because lists of suggestions use them.
 */
export function useRoving<E extends HTMLElement>(ref: RefObject<E | null>): Roving<E> {
  const stop = useRef<Element | null>(null);
  const controls = () => [...(ref.current?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const updateTabStops = () => {
    const all = controls();
    const current = all.find(control => control === stop.current) ?? all[0];
    for (const control of all) {
      const tabIndex = control === current ? 0 : -1;
      if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
    }
  };
  // Controls may be added or removed by each rendering, and also by parts of the toolbar that render separately.
  useLayoutEffect(() => {
    updateTabStops();
    if (!ref.current) return;
    const observer = new MutationObserver(updateTabStops);
    observer.observe(ref.current, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => observer.disconnect();
  });
  return {
    ref,
    onFocus: ({ target }) => {
      stop.current = target;
      updateTabStops();
    },
    onKeyDown: event => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof HTMLElement)) return;
      const all = controls();
      const at = all.indexOf(target);
      const wanted = at === -1 ? null : indexAfter(key, at, all.length, target);
      if (wanted === null) return;
      event.preventDefault();
      focusFirst(wanted >= at ? all.slice(wanted) : all.slice(0, wanted + 1).toReversed());
    },
  };
}

/** Returns the index of the next control for a key. Null if `control` needs the key or the key moves nothing. */
function indexAfter(key: string, at: number, length: number, control: HTMLElement): number | null {
  const text = control instanceof HTMLInputElement && control.type === 'text' ? control : null;
  const turned = readingKey(key, control);
  if (turned === 'ArrowLeft' || turned === 'ArrowRight') {
    const isForward = turned === 'ArrowRight';
    const end = isForward ? text?.value.length : 0;
    if (text && (text.selectionStart !== end || text.selectionEnd !== end)) return null;
    return Math.min(length - 1, Math.max(0, at + (isForward ? 1 : -1)));
  }
  if (text || control instanceof HTMLSelectElement) return null;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}
