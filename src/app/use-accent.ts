import { useEffect } from 'react';
import { accentsOf } from '../model/accent';

/** Colours the page with a deployment's accent `#rrggbb`. If `accent` is undefined, the page keeps its own accent. */
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
