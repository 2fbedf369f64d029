import type { ComponentProps } from 'react';
import { lateCode } from '../lib/late-code';
import { Coming } from '../ui/Coming';
import type { Failure } from './Failure';
import { Loading } from './Loading';

/** Few readers ever see a failure: its code comes behind the first paint, before it can be needed. */
export const failureCode = lateCode(() => import('./Failure'));

export function FailureScreen(props: ComponentProps<typeof Failure>) {
  return (
    <Coming isPage code={failureCode} meanwhile={<Loading />}>
      {part => <part.Failure {...props} />}
    </Coming>
  );
}
