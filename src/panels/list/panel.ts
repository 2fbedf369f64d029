import { loadedModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { ListPanel } from './ListPanel';
import { listWants } from './wants';

/** The list's code is in the main chunk, so that the list can be the stand-in for other panels. */
export const LIST: PanelEntry = {
  id: 'list',
  code: loadedModule(ListPanel),
  opensOnNarrow: true,
  wants: listWants,
  waits: true,
};
