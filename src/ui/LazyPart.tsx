import { type ReactNode, useDeferredValue } from 'react';
import type { LazyModule } from '../lib/lazy-module';
import { Boundary } from './Boundary';
import { useLazyModule } from './use-lazy-module';

interface Props<Part> {
  code: LazyModule<Part>;
  fallback?: ReactNode;
  /** Shown below the error message if loading fails. */
  alternative?: ReactNode;
  isPage?: boolean;
  onFail?: () => void;
  children: (part: Part) => ReactNode;
}

/** Loads and renders a module. React's `lazy` and `Suspense` would show the fallback for at least 300 ms. */
export function LazyPart<Part>({ alternative, isPage, onFail, ...props }: Props<Part>) {
  return (
    <Boundary alternative={alternative} isPage={isPage} onFail={onFail}>
      <Loaded {...props} />
    </Boundary>
  );
}

function Loaded<Part>({ code, fallback, children }: Omit<Props<Part>, 'alternative' | 'isPage' | 'onFail'>) {
  const { part, failure } = useLazyModule(code);
  // The deferred value lets React paint the fallback before it renders the more expensive content.
  const shown = useDeferredValue(part);
  if (failure !== null) throw failure;
  return shown === null ? fallback : children(shown);
}
