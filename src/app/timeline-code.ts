import { lazy } from 'react';

let isHere = false;

/** By far the largest part of the code: it comes when it is first wanted. */
export async function loadTimeline() {
  const { Timeline } = await import('../views/timeline/Timeline');
  isHere = true;
  return { default: Timeline };
}

export const Timeline = lazy(loadTimeline);

/** Until the timeline's code is here, its activities stand as a list in its place. */
export function isTimelineHere(): boolean {
  return isHere;
}
