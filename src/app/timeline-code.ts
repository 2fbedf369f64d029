import { lazy } from 'react';

let isHere = false;

/** Comes when it is first wanted: it is by far the largest part of the code. */
export const Timeline = lazy(async () => {
  const { Timeline } = await import('../views/timeline/Timeline');
  isHere = true;
  return { default: Timeline };
});

/** Until the timeline's code is here, its activities stand as a list in its place. */
export function isTimelineHere(): boolean {
  return isHere;
}
