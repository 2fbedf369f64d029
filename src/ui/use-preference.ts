import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = 'chronofacet:';
const CHANGED = 'chronofacet:preference';

/** Values that the browser could not store, by key. They are lost when the reader leaves the page. */
const unstored = new Map<string, string>();

function read(key: string): string | null {
  const value = unstored.get(key);
  if (value !== undefined) return value;
  try {
    return window.localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + key, value);
    unstored.delete(key);
  } catch {
    unstored.set(key, value);
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** Returns a preference and its setter. The browser stores it for all tabs. Preferences never change a link. */
export function usePreference(key: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key)) ?? fallback;
  const choose = useCallback((next: string) => write(key, next), [key]);
  return [value, choose];
}
