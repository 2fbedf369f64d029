import { useEffect, useRef } from 'react';
import type { Previewed } from './preview';

/** Lets readers preview facet values, as `preview.ts` describes. Its code loads after the page. */
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
