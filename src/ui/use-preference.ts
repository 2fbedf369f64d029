import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = 'chronofacet:';
const CHANGED = 'chronofacet:preference';

/** What a browser that keeps nothing, or is full, would not take: it holds until the page is left. */
const unkept = new Map<string, string>();

function read(key: string): string | null {
  const held = unkept.get(key);
  if (held !== undefined) return held;
  try {
    return window.localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + key, value);
    unkept.delete(key);
  } catch {
    unkept.set(key, value);
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

/**
 * A reader's own comfort: how the page is laid out for them, never what it shows. It is kept in this browser where that is
 * allowed, and the same in all its tabs.
 */
export function usePreference(key: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key)) ?? fallback;
  const choose = useCallback((next: string) => write(key, next), [key]);
  return [value, choose];
}
