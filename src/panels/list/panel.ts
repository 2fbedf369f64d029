import { loadedModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { ListPanel } from './ListPanel';
import { listWants } from './wants';

/** The list's code is in the main chunk, so that the list can be shown while the code of another panel loads. */
export const LIST: PanelEntry = {
  id: 'list',
  code: loadedModule(ListPanel),
  opensOnNarrow: true,
  wants: listWants,
  waits: true,
};
