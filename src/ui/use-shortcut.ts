import { useEffect, useRef } from 'react';
import { usePreference } from './use-preference';

/** Whether a dialog or popover is open, or the target is a text field or a selection list. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return true;
  if (!(target instanceof HTMLElement)) return false;
  const isText = target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type);
  return target.isContentEditable || isText || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether single-key shortcuts are on, and a setter. Speech input may trigger shortcuts by mistake. */
export function useShortcutsOn(): [boolean, (isOn: boolean) => void] {
  const [state, setState] = usePreference('keys', 'on');
  return [state === 'on', isOn => setState(isOn ? 'on' : 'off')];
}

/**
 * Calls the function of `shortcuts` for a pressed key. Ignores keys pressed with Ctrl, Meta or Alt, keys that another
 * handler has used, and keys for which `isTaken` is true.
 */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const [isOn] = useShortcutsOn();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!isOn) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const shortcut = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!shortcut) return;
      event.preventDefault();
      shortcut();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [isOn]);
}
