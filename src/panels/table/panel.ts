import { lazyWithMessages } from '../../i18n/later-messages';
import type { PanelEntry } from '../panel';
import { tableWants } from './wants';

export const TABLE: PanelEntry = {
  id: 'table',
  code: lazyWithMessages(async () => (await import('./ActivityTable')).ActivityTable),
  wants: tableWants,
  waits: true,
};
