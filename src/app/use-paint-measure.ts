import { useEffect } from 'react';
import { paintMeasure } from '../queries/measure';

/** Measures the time from rendering replies to the end of the next frame. */
export function usePaintMeasure(replies: object): void {
  useEffect(() => {
    if (!replies) return;
    const painted = paintMeasure();
    const frame = requestAnimationFrame(() => setTimeout(painted));
    return () => cancelAnimationFrame(frame);
  }, [replies]);
}
