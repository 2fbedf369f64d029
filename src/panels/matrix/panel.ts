import { lazyWithMessages } from '../../i18n/later-messages';
import { lowerFirst } from '../../i18n/value-label';
import { matrixFacets } from '../../model/matrix-facets';
import type { PanelEntry } from '../panel';
import { matrixWants } from './wants';

export const MATRIX: PanelEntry = {
  id: 'matrix',
  code: lazyWithMessages(async () => (await import('./Matrix')).Matrix),
  wants: matrixWants,
  waits: true,
  mention: (count, tools, head, view) => {
    const facets = matrixFacets(head, view);
    if (!facets) return count;
    const [rows, columns] = [facets.rows, facets.columns].map(({ label }) => lowerFirst(tools.words(label)));
    return tools.t('headline.crossed', { count, rows: rows ?? '', columns: columns ?? '' });
  },
};
