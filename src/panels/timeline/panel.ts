import { lazyModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { downWants } from './down/wants';
import { timelineWants } from './wants';

const hasContent: PanelEntry['hasContent'] = ({ replies: { counts, density, marks }, axis }) =>
  axis !== null && marks !== undefined && (counts.total > 0 || density.selection.total.some(amount => amount > 0));

/** The timeline of a phone. Its time axis runs down the page. */
const DOWN: PanelEntry = {
  id: 'timeline',
  code: lazyModule(async () => (await import('./down/DownTimeline')).DownTimeline),
  wants: downWants,
  isLive: true,
  standIn: 'list',
  hasContent,
};

/** The timeline has by far the most code of all panels, so the list is shown until that code is loaded. */
export const TIMELINE: PanelEntry = {
  id: 'timeline',
  code: lazyModule(async () => (await import('./Timeline')).Timeline),
  wants: timelineWants,
  isLive: true,
  leavesRoom: true,
  standIn: 'list',
  hasContent,
  onNarrow: DOWN,
};
