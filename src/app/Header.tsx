import { useRef, useState } from 'react';
import { useText } from '../i18n/use-text';
import { type View, WHOLE_RECORD } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { ViewLink } from '../navigation/ViewLink';
import { useOpenDataset } from '../panels/open-dataset';
import type { Answering } from '../queries/replies';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { useRoving } from '../ui/use-roving';
import { useOwnOpening } from './own-opening';
import { PanelSwitch } from './PanelSwitch';
import { panelOf, panelPatch, panelsFor } from './panels';
import { Search } from './Search';

interface Props {
  /** The address of the institution's picture, beside the dataset's title. */
  logo?: string | undefined;
  view: View;
  isNarrow: boolean;
  answering: Answering;
  onShare: () => void;
}

/** The header of the page. On a phone the search is behind an icon button. */
export function Header({ logo, view, isNarrow, answering, onShare }: Props) {
  const { go } = useNavigation();
  const openOwn = useOwnOpening();
  const { t, words } = useText();
  const { head } = useOpenDataset();
  const searchButton = useRef<HTMLButtonElement>(null);
  const roving = useRoving(useRef<HTMLDivElement>(null));
  const [isSearching, setSearching] = useState(false);
  const home: View = { ...WHOLE_RECORD, data: view.data, lang: view.lang };
  const homeLink = (
    <ViewLink to={home} className="flex min-w-0 items-center gap-2.5 font-serif text-base font-semibold">
      {logo !== undefined && <img src={logo} alt="" className="h-7 w-auto max-w-24 shrink-0" />}
      <span className="truncate">{words(head.title)}</span>
    </ViewLink>
  );
  const aboutLink = (
    <ViewLink
      to={{ about: true }}
      aria-label={t('about.title')}
      className="target inline-flex items-center justify-center rounded-sm px-1 whitespace-nowrap text-ink-2 hover:text-ink"
    >
      <Icon name="info" className="lg:hidden" />
      <span className="max-lg:hidden">{t('about.short')}</span>
    </ViewLink>
  );
  const ownButton = openOwn && (
    <IconButton
      icon="file"
      label={t('own.open')}
      aria-haspopup="dialog"
      className={isNarrow ? '' : '-mx-2 shrink-0'}
      onClick={openOwn}
    />
  );
  if (isNarrow) {
    return (
      <header className="no-print sticky top-0 z-30 border-b border-rule bg-paper">
        <div className="flex h-14 items-center gap-1 ps-5 pe-2">
          <div className="flex min-w-0 grow">{homeLink}</div>
          <IconButton
            ref={searchButton}
            icon="search"
            label={t('search.open')}
            aria-expanded={isSearching || view.q !== ''}
            onClick={() => setSearching(!isSearching)}
          />
          {ownButton}
          {aboutLink}
          <IconButton icon="share" label={t('share.short')} aria-haspopup="dialog" onClick={onShare} />
        </div>
        {(isSearching || view.q !== '') && (
          <div className="px-5 pb-2 *:max-w-none">
            <Search
              answering={answering}
              view={view}
              autoFocus={isSearching}
              onLeave={() => {
                setSearching(false);
                searchButton.current?.focus();
              }}
            />
          </div>
        )}
      </header>
    );
  }
  return (
    <header className="no-print sticky top-0 z-30 flex h-14 items-center gap-4 border-b border-rule bg-paper px-6">
      <div className="flex w-62 min-w-18 shrink-99999 items-center wide:me-4 wide:shrink-0">{homeLink}</div>
      <div className="flex w-70 min-w-26 shrink-99999">
        <Search answering={answering} view={view} />
      </div>
      <PanelSwitch
        panels={panelsFor(isNarrow)}
        current={panelOf(view, isNarrow)}
        onSwitch={panel => go(panelPatch(panel, isNarrow))}
      />
      <span aria-hidden="true" className="h-7 border-s border-rule max-lg:hidden" />
      <div role="toolbar" {...roving} aria-label={t('header.tools')} className="contents">
        {ownButton}
        {aboutLink}
        <Button aria-haspopup="dialog" onClick={onShare} className="-mx-2">
          <Icon name="share" />
          <span className="max-lg:sr-only">{t('share')}</span>
        </Button>
      </div>
    </header>
  );
}
