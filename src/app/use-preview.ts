import { useEffect, useRef } from 'react';
import type { Previewed } from './preview';

/**
 * Lets readers preview the facet values in an element, as `preview.ts` describes. Loads that code after the page. If
 * loading fails, there is no preview.
 */
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
