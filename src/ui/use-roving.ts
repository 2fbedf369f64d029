import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { focusFirst, readingKey } from './roving';

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
      const wanted = at === -1 ? null : indexAfter(key, at, all.length, target);
      if (wanted === null) return;
      event.preventDefault();
      focusFirst(wanted >= at ? all.slice(wanted) : all.slice(0, wanted + 1).toReversed());
    },
  };
}

/** The index that a key leads to from the control at an index, or null where the key is the control's own. */
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
