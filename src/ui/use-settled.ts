import { useEffect, useState } from 'react';

const SETTLE_MS = 400;

/** Returns the latest text that has stayed unchanged for 400 ms, so that screen readers do not announce each keystroke. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
