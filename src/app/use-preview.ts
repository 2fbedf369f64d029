import { useEffect, useRef } from 'react';
import type { Previewed } from './preview';

/** What is previewed in an element: its code comes behind the page, which does without it when it doesn't come. */
export function usePreview(element: HTMLElement | null, known: Previewed): void {
  const latest = useRef(known);
  latest.current = known;
  useEffect(() => {
    if (!element) return;
    let isLeft = false;
    let stop = () => {
      isLeft = true;
    };
    import('./preview').then(
      ({ previewIn }) => {
        if (!isLeft) stop = previewIn(element, () => latest.current);
      },
      () => undefined,
    );
    return () => stop();
  }, [element]);
}
