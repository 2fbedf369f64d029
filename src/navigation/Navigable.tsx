import { type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import type { OnChange, View } from '../model/view';
import { HrefContext, NavigationContext } from './navigation';

interface Props {
  /** The view to which a link applies its change. It excludes the draft of a gesture. */
  settled: View;
  go: OnChange;
  hrefOf: (view: View) => string;
  children: ReactNode;
}

/**
 * Provides its children with the functions that change the view and that write links. After a change, links get their
 * new addresses only once the change is painted, because a page has hundreds of links and nobody can click them before.
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
