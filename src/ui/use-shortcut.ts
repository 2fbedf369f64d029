import { useEffect, useRef } from 'react';
import { usePreference } from './use-preference';

/** Where a letter is text, or belongs to what is open over the page. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return true;
  if (!(target instanceof HTMLElement)) return false;
  const isText = target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type);
  return target.isContentEditable || isText || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether single keys do something on this page: a reader can switch them off, as speech input needs it. */
export function useShortcutsOn(): [boolean, (isOn: boolean) => void] {
  const [kept, keep] = usePreference('keys', 'on');
  return [kept === 'on', isOn => keep(isOn ? 'on' : 'off')];
}

/** Does something when one of these keys is pressed alone, anywhere but where keys write. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const [isOn] = useShortcutsOn();
  const present = useRef(shortcuts);
  present.current = shortcuts;
  useEffect(() => {
    if (!isOn) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const shortcut = Object.hasOwn(present.current, event.key) ? present.current[event.key] : undefined;
      if (!shortcut) return;
      event.preventDefault();
      shortcut();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [isOn]);
}
