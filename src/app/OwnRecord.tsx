import { type ReactNode, useCallback, useState } from 'react';
import { lazyModule } from '../lib/lazy-module';
import type { DataSource } from '../queries/dataset-query';
import { LazyPart } from '../ui/LazyPart';
import type { LinkedView } from '../url/use-view';
import { OwnOpeningProvider } from './own-opening';

/** Loads after the first screen, because nobody drops a file before anything is shown. */
const openerModule = lazyModule(() => import('./own/OwnOpener'));

interface Props {
  source: DataSource;
  link: LinkedView;
  children: ReactNode;
}

/** Lets readers open their own table or dataset: with a button in `children`, or by dropping a file on the page. */
export function OwnRecord({ source, link, children }: Props) {
  const [isAsked, ask] = useState(false);
  const begin = useCallback(() => ask(true), []);
  const canOpen = (['file', 'text'] as const).every(kind => source.engine.capabilities.sources.includes(kind));
  return (
    <OwnOpeningProvider value={canOpen ? begin : null}>
      {children}
      {canOpen && (
        <LazyPart code={openerModule}>
          {({ OwnOpener }) => <OwnOpener origins={source.origins} {...{ link, isAsked, ask }} />}
        </LazyPart>
      )}
    </OwnOpeningProvider>
  );
}
