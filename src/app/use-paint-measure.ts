import { useEffect } from 'react';
import { paintMeasure } from '../queries/measure';

/** Measures how long replies take to be painted: until the frame after their rendering is over. */
export function usePaintMeasure(replies: object): void {
  useEffect(() => {
    if (!replies) return;
    const painted = paintMeasure();
    const frame = requestAnimationFrame(() => setTimeout(painted));
    return () => cancelAnimationFrame(frame);
  }, [replies]);
}
