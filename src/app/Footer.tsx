import { memo } from 'react';
import { useDates } from '../i18n/use-dates';
import type { DatasetHead } from '../model/dataset';
import type { ConfigLink } from '../model/explorer-config';
import { ViewLink } from '../navigation/ViewLink';
import { Button } from '../ui/Button';
import { Words } from '../ui/Words';
import { useOwnOpening } from './own-opening';

interface Props {
  head: DatasetHead;
  /** Links of the deployment, such as the institution's own page. */
  links?: readonly ConfigLink[] | undefined;
  onKeys: () => void;
}

export const Footer = memo(function Footer({ head, links = [], onKeys }: Props) {
  const { t, spoken, date } = useDates();
  const openOwn = useOwnOpening();
  const { publisher, license, updated } = head;
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule px-5 py-3 text-xs text-ink-2 md:px-6">
      {publisher !== undefined && (
        <span>
          <Words of={spoken(publisher)} />
        </span>
      )}
      {license !== undefined && <span>{license}</span>}
      {updated !== undefined && <span>{t('footer.updated', { date: date(updated) })}</span>}
      <ViewLink to={{ about: true }} className="link target no-print inline-flex items-center">
        {t('about.title')}
      </ViewLink>
      {links.map(({ label, url }) => (
        <a key={url} href={url} className="link target no-print inline-flex items-center">
          <Words of={spoken(label)} />
        </a>
      ))}
      <span className="no-print ms-auto flex flex-wrap gap-x-4">
        {openOwn && (
          <Button look="link" onClick={openOwn}>
            {t('own.open')}
          </Button>
        )}
        <Button look="link" onClick={onKeys}>
          {t('keys.title')}
        </Button>
      </span>
    </footer>
  );
});
