import { lazyModule } from '../../lib/lazy-module';
import type { PanelEntry } from '../panel';
import { mapWants } from './wants';

export const MAP: PanelEntry = {
  id: 'map',
  code: lazyModule(async () => (await import('./CountryMap')).CountryMap),
  wants: mapWants,
};
