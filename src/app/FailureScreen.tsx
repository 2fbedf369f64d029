import type { ComponentProps } from 'react';
import { lazyModule } from '../lib/lazy-module';
import { LazyPart } from '../ui/LazyPart';
import type { Failure } from './Failure';
import { Loading } from './Loading';

/** Loaded after the first paint, as few readers ever see a failure. */
export const failureModule = lazyModule(() => import('./Failure'));

export function FailureScreen(props: ComponentProps<typeof Failure>) {
  return (
    <LazyPart isPage code={failureModule} fallback={<Loading />}>
      {part => <part.Failure {...props} />}
    </LazyPart>
  );
}
