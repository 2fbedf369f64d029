import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

const CONTROLS = 'a[href], button:not(:disabled), select, input';

interface Roving<E extends HTMLElement> {
  ref: RefObject<E | null>;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * One Tab stop for a row of controls, as a toolbar has it: left and right lead from one to the next, Home and End to the
 * first and last. In a text box the arrows leave at the ends of the text, and up and down stay with a list of choices.
 */
export function useRoving<E extends HTMLElement>(ref: RefObject<E | null>): Roving<E> {
  const stop = useRef<Element | null>(null);
  const controls = () => [...(ref.current?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const settle = () => {
    const all = controls();
    const kept = all.find(control => control === stop.current) ?? all[0];
    for (const control of all) {
      const tabIndex = control === kept ? 0 : -1;
      if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
    }
  };
  // Controls come and go with what is rendered.
  useLayoutEffect(settle);
  return {
    ref,
    onFocus: ({ target }) => {
      stop.current = target;
      settle();
    },
    onKeyDown: event => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof HTMLElement)) return;
      const all = controls();
      const at = all.indexOf(target);
      const wanted = at === -1 ? null : placeAfter(key, at, all.length, target);
      if (wanted === null) return;
      event.preventDefault();
      focusFrom(all, wanted, wanted >= at ? 1 : -1);
    },
  };
}

/** Where a key leads from the control at a place, or null where it is the control's own. */
function placeAfter(key: string, at: number, length: number, control: HTMLElement): number | null {
  const isForward = (key === 'ArrowRight') === (getComputedStyle(control).direction !== 'rtl');
  const text = control instanceof HTMLInputElement && control.type === 'text' ? control : null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const end = isForward ? text?.value.length : 0;
    if (text && (text.selectionStart !== end || text.selectionEnd !== end)) return null;
    return Math.min(length - 1, Math.max(0, at + (isForward ? 1 : -1)));
  }
  if (text || control instanceof HTMLSelectElement) return null;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

/** What isn't shown doesn't take the focus: then the next one does. */
function focusFrom(all: readonly HTMLElement[], place: number, step: 1 | -1): void {
  for (let at = place; at >= 0 && at < all.length; at += step) {
    all[at]?.focus();
    if (document.activeElement === all[at]) return;
  }
}
