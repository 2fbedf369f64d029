import { lazyModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { timelineWants } from './wants';

/** Its code is by far the largest part of all: until it is here, the activities stand in its place as a list. */
export const TIMELINE: PanelEntry = {
  id: 'timeline',
  code: lazyModule(async () => (await import('./Timeline')).Timeline),
  wants: timelineWants,
  isLive: true,
  standIn: 'list',
  hasContent: ({ replies: { counts, density, marks }, axis }) =>
    axis !== null && marks !== undefined && (counts.total > 0 || density.selection.total.some(amount => amount > 0)),
};
