import { lateCode } from '../lib/late-code';

/** By far the largest part of the code: until it is here, the timeline's activities stand as a list in its place. */
export const timelineCode = lateCode(() => import('../panels/timeline/Timeline'));
