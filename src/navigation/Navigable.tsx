import { type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import type { OnChange, View } from '../model/view';
import { HrefContext, NavigationContext } from './navigation';

interface Props {
  /** The view that links start from. */
  settled: View;
  go: OnChange;
  hrefOf: (view: View) => string;
  children: ReactNode;
}

/**
 * Gives its children the functions that change the view and that write links. Links get their new addresses after a change
 * is painted: a page has hundreds of them, and none is needed before the pointer can reach it.
 */
export function Navigable({ settled, go, hrefOf, children }: Props) {
  const navigation = useMemo(() => ({ go }), [go]);
  const hrefOfPatch = useCallback((patch: Partial<View>) => hrefOf({ ...settled, ...patch }), [settled, hrefOf]);
  return (
    <NavigationContext value={navigation}>
      <HrefContext value={useDeferredValue(hrefOfPatch)}>{children}</HrefContext>
    </NavigationContext>
  );
}
