import { useEffect } from 'react';
import type { Answer } from '../model/answer';

/** Leaves `chronofacet:render` behind: from an answer's arrival to its being painted. */
export function usePaintMeasure(answer: Answer | undefined): void {
  useEffect(() => {
    if (!answer) return;
    const start = performance.now();
    const frame = requestAnimationFrame(() => {
      setTimeout(() => performance.measure('chronofacet:render', { start, end: performance.now() }));
    });
    return () => cancelAnimationFrame(frame);
  }, [answer]);
}
