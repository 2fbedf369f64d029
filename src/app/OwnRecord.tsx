import { type ReactNode, useCallback, useState } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import type { DataSource } from '../queries/dataset-query';
import { LazyPart } from '../ui/LazyPart';
import type { LinkedView } from '../url/use-view';
import { OwnOpeningProvider } from './own-opening';
import { useDroppedFiles } from './use-dropped-files';

const stepsModule = lazyWithMessages(() => import('./own/OwnSteps'));

interface Props {
  source: DataSource;
  link: LinkedView;
  children: ReactNode;
}

/** Lets readers open a record of their own from everywhere inside: by a button, or by dropping a file on the page. */
export function OwnRecord({ source, link, children }: Props) {
  const [asked, setAsked] = useState<'steps' | readonly File[] | null>(null);
  const { sources } = source.engine.capabilities;
  const canOpen = sources.includes('file') && sources.includes('text');
  useDroppedFiles(files => {
    if (canOpen) setAsked(files);
  });
  const begin = useCallback(() => setAsked('steps'), []);
  return (
    <OwnOpeningProvider value={canOpen ? begin : null}>
      {children}
      {asked && (
        <LazyPart code={stepsModule}>
          {({ OwnSteps }) => (
            <OwnSteps
              dropped={asked === 'steps' ? null : asked}
              origins={source.origins}
              link={link}
              onClose={() => setAsked(null)}
            />
          )}
        </LazyPart>
      )}
    </OwnOpeningProvider>
  );
}
