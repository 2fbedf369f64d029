import { useEffect } from 'react';
import type { Answer } from '../model/answer';
import { paintMeasure } from '../queries/measure';

/** Measures how long an answer takes to be painted: until the frame after its rendering is over. */
export function usePaintMeasure(answer: Answer | undefined): void {
  useEffect(() => {
    if (!answer) return;
    const painted = paintMeasure();
    const frame = requestAnimationFrame(() => setTimeout(painted));
    return () => cancelAnimationFrame(frame);
  }, [answer]);
}
