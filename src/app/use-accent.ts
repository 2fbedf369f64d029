import { useEffect } from 'react';
import { accentsOf } from '../model/accent';

/** Gives the page the accent colour of a deployment (`#rrggbb`). Does nothing if `accent` is undefined. */
export function useAccent(accent: string | undefined): void {
  useEffect(() => {
    if (accent === undefined) return;
    const { style } = document.documentElement;
    const properties = Object.entries(accentsOf(accent)).flatMap(([scheme, colours]) =>
      Object.entries(colours).map(([name, colour]) => [`--${scheme}-${name}`, colour] as const),
    );
    for (const [name, colour] of properties) style.setProperty(name, colour);
    return () => {
      for (const [name] of properties) style.removeProperty(name);
    };
  }, [accent]);
}
