import { type ComponentProps, useEffect } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import { lazyModule } from '../lib/lazy-module';
import type { ExplorerConfig } from '../model/explorer-config';
import type { View } from '../model/view';
import type { SheetPart } from '../panels/pills/Pills';
import type { Answering } from '../queries/replies';
import { LazyPart } from '../ui/LazyPart';
import type { FilterSheet } from './FilterSheet';
import { SideNavigation } from './SideNavigation';
import type { Subject } from './share/shared';

const cardModule = lazyModule(() => import('../ui/Card'));
const keysModule = lazyWithMessages(() => import('../panels/keys/KeyLists'));
const shareModule = lazyWithMessages(() => import('./share/ShareDialog'));
const filtersModule = lazyWithMessages(() => import('./FilterSheet'));

/** `part` is the part of the filters that the sheet shows. */
export type OpenDialog = { kind: 'share' | 'shareActivity' | 'keys' } | { kind: 'filters'; part: SheetPart };

interface Props {
  answering: Answering;
  /** Undefined while a link shows another dataset than the deployment's own. */
  config: ExplorerConfig | undefined;
  settled: View;
  dialog: OpenDialog | null;
  /** The subject of “Share and cite”; null while that dialog is closed. */
  subject: Subject | null;
  isNarrow: boolean;
  filters: Omit<ComponentProps<typeof FilterSheet>, 'part' | 'onClose'>;
  onClose: () => void;
}

export function Dialogs({ answering, config, settled, dialog, subject, isNarrow, filters, onClose }: Props) {
  const { t } = useText();
  useEffect(cardModule.begin, []);
  return (
    <>
      {dialog?.kind === 'keys' && (
        <LazyPart code={cardModule}>
          {({ Card }) => (
            <Card title={t('keys.title')} onClose={onClose}>
              <LazyPart code={keysModule}>{({ KeyLists }) => <KeyLists />}</LazyPart>
            </Card>
          )}
        </LazyPart>
      )}
      {subject && (
        <LazyPart code={shareModule}>
          {({ ShareDialog }) => <ShareDialog {...{ answering, config, subject, isNarrow, onClose }} />}
        </LazyPart>
      )}
      {dialog?.kind === 'filters' && (
        <LazyPart code={filtersModule}>
          {({ FilterSheet }) => (
            <SideNavigation settled={settled} side={filters.side ?? 'a'}>
              <FilterSheet {...filters} part={dialog.part} onClose={onClose} />
            </SideNavigation>
          )}
        </LazyPart>
      )}
    </>
  );
}

export const beginFilters = filtersModule.begin;
