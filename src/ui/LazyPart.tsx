import { type ReactNode, useDeferredValue } from 'react';
import type { LazyModule } from '../lib/lazy-module';
import { Boundary } from './Boundary';
import { useLazyModule } from './use-lazy-module';

interface Props<Part> {
  code: LazyModule<Part>;
  /** What stands there until the code has come. */
  meanwhile?: ReactNode;
  /** What else shows what the code would, when it doesn't come. */
  instead?: ReactNode;
  /** There is nothing else on the page. */
  isPage?: boolean;
  children: (part: Part) => ReactNode;
}

/**
 * What is drawn by code that comes late, as soon as that is here: `lazy` and `Suspense` would hold it back until what stands
 * there meanwhile has been shown for 300 ms.
 */
export function LazyPart<Part>({ instead, isPage, ...props }: Props<Part>) {
  return (
    <Boundary instead={instead} isPage={isPage}>
      <Come {...props} />
    </Boundary>
  );
}

function Come<Part>({ code, meanwhile, children }: Omit<Props<Part>, 'instead' | 'isPage'>) {
  const { part, failure } = useLazyModule(code);
  // What is about to be shown meanwhile comes first.
  const shown = useDeferredValue(part);
  if (failure !== null) throw failure;
  return shown === null ? meanwhile : children(shown);
}
