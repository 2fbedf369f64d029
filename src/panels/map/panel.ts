import { lazyWithMessages } from '../../i18n/later-messages';
import type { PanelEntry } from '../panel';
import { mapWants } from './wants';

export const MAP: PanelEntry = {
  id: 'map',
  code: lazyWithMessages(async () => (await import('./CountryMap')).CountryMap),
  wants: mapWants,
};
