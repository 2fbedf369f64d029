import { lazyModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { tableWants } from './wants';

export const TABLE: PanelEntry = {
  id: 'table',
  code: lazyModule(async () => (await import('./ActivityTable')).ActivityTable),
  wants: tableWants,
  waits: true,
};
