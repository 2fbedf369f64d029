import { useText } from '../../i18n/use-text';
import { ViewLink } from '../../navigation/ViewLink';

/** Says how many activities have no date and are left out. Links to the list panel, which has them. */
export function UndatedLine({ count }: { count: number }) {
  const { t } = useText();
  return (
    <p className="no-print flex flex-wrap items-baseline justify-between gap-x-4 pt-1 text-xs text-ink-2">
      <span className="ps-5 max-md:ps-0">{t('timeline.undated', { n: count })}</span>
      <ViewLink to={{ panel: 'list' }} className="link">
        {t('timeline.undatedList')}
      </ViewLink>
    </p>
  );
}
