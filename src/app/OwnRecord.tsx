import { type ReactNode, useCallback, useState } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { isLocalAddress } from '../model/address';
import { WHOLE_RECORD } from '../model/view';
import type { DataSource } from '../queries/dataset-query';
import { type LocalSource, useKeepLocal } from '../queries/local-source';
import { LazyPart } from '../ui/LazyPart';
import type { LinkedView } from '../url/use-view';
import { OwnOpeningProvider } from './own-opening';
import { useDroppedFile } from './use-dropped-file';

const stepsModule = lazyWithMessages(() => import('./own/OwnSteps'));

interface Props {
  source: DataSource;
  link: LinkedView;
  children: ReactNode;
}

/** Lets readers open a record of their own from everywhere inside: by a button, or by dropping a file on the page. */
export function OwnRecord({ source, link, children }: Props) {
  const { view, onChange } = link;
  const [isOpen, setOpen] = useState(false);
  const keep = useKeepLocal();
  const { sources } = source.engine.capabilities;
  const canOpen = sources.includes('file') && sources.includes('text');
  const openAddress = (data: string) => {
    setOpen(false);
    // The view of a link stays if the file that it names is chosen again.
    if (isLocalAddress(data) && data === view.data) return;
    onChange({ ...WHOLE_RECORD, lang: view.lang, data });
  };
  const openLocal = (local: LocalSource) => openAddress(keep(local));
  useDroppedFile(file => {
    if (canOpen) openLocal({ kind: 'file', file, name: file.name });
  });
  const begin = useCallback(() => {
    stepsModule.begin();
    setOpen(true);
  }, []);
  return (
    <OwnOpeningProvider value={canOpen ? begin : null}>
      {children}
      {isOpen && (
        <LazyPart code={stepsModule}>
          {({ OwnSteps }) => (
            <OwnSteps
              origins={source.origins}
              onLocal={openLocal}
              onAddress={openAddress}
              onClose={() => setOpen(false)}
            />
          )}
        </LazyPart>
      )}
    </OwnOpeningProvider>
  );
}
