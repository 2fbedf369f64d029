import { useState } from 'react';
import { lazyWithMessages } from '../../i18n/later-messages';
import type { Origins } from '../../model/address';
import { LazyPart } from '../../ui/LazyPart';
import type { LinkedView } from '../../url/use-view';
import { type DroppedFiles, useDroppedFiles } from './use-dropped-files';

const stepsModule = lazyWithMessages(() => import('./OwnSteps'));

interface Props {
  origins: Origins;
  link: LinkedView;
  /** Whether the reader has asked for the steps of opening a table. */
  isAsked: boolean;
  ask: (isAsked: boolean) => void;
}

/** Opens files that the reader drops on the page, and shows the steps of opening a table on request. */
export function OwnOpener({ origins, link, isAsked, ask }: Props) {
  const [dropped, setDropped] = useState<DroppedFiles | null>(null);
  useDroppedFiles(setDropped);
  const close = () => {
    setDropped(null);
    ask(false);
  };
  if (!isAsked && !dropped) return null;
  return (
    <LazyPart code={stepsModule}>
      {({ OwnSteps }) => <OwnSteps dropped={dropped} origins={origins} link={link} onClose={close} />}
    </LazyPart>
  );
}
