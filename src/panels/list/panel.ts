import { loadedModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { ListPanel } from './ListPanel';
import { listWants } from './wants';

/** Its code is there from the beginning, so that it can stand in for others. */
export const LIST: PanelEntry = {
  id: 'list',
  code: loadedModule(ListPanel),
  opensOnNarrow: true,
  wants: listWants,
  waits: true,
};
