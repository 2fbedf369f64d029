import { useEffect, useState } from 'react';

const SETTLE_MS = 400;

/** A text once it has stopped changing: what is said aloud, so that typing is not talked over. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
