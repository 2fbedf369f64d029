import { useText } from '../../src/i18n/use-text';
import { lazyModule } from '../../src/lib/lazy-module';
import { ViewLink } from '../../src/navigation/ViewLink';
import { useOpenDataset } from '../../src/panels/open-dataset';
import type { PanelEntry, PanelProps } from '../../src/panels/panel';

/** The panel of docs/EXTENDING.md: shows the number of activities and a link to their list. */
function Total({ replies, children }: PanelProps) {
  const { t } = useText();
  const open = useOpenDataset();
  return (
    <>
      {children}
      <p>{t('status.count', { total: replies.counts.total, of: open.total })}</p>
      <ViewLink to={{ panel: 'list' }}>{t('panel.list')}</ViewLink>
    </>
  );
}

export const TOTAL: PanelEntry<'total'> = {
  id: 'total',
  code: lazyModule(async () => Total),
  wants: () => ({}),
  hasContent: ({ replies }) => replies.counts.total > 0,
};
