import type { ComponentProps } from 'react';
import { lazyWithMessages } from '../i18n/later-messages';
import { LazyPart } from '../ui/LazyPart';
import type { Failure } from './Failure';
import { Loading } from './Loading';
import { OpenOwnButton } from './OpenOwnButton';

/** Loads after the first paint, because few readers ever see a failure. */
export const failureModule = lazyWithMessages(() => import('./Failure'));

export function FailureScreen(props: ComponentProps<typeof Failure>) {
  return (
    <LazyPart isPage code={failureModule} fallback={<Loading />} alternative={<OpenOwnButton />}>
      {part => <part.Failure {...props} />}
    </LazyPart>
  );
}
