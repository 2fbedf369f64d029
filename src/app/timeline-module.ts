import { lazyModule } from '../lib/lazy-module';

/** By far the largest part of the code: until it is here, the timeline's activities stand as a list in its place. */
export const timelineModule = lazyModule(() => import('../panels/timeline/Timeline'));
