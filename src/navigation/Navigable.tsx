import { type ReactNode, useCallback, useMemo } from 'react';
import type { OnChange, View } from '../model/view';
import { HrefContext, NavigationContext } from './navigation';

interface Props {
  /** The view that links start from. */
  settled: View;
  go: OnChange;
  hrefOf: (view: View) => string;
  children: ReactNode;
}

/** Gives its children the functions that change the view and that write links. */
export function Navigable({ settled, go, hrefOf, children }: Props) {
  const navigation = useMemo(() => ({ go }), [go]);
  const hrefOfPatch = useCallback((patch: Partial<View>) => hrefOf({ ...settled, ...patch }), [settled, hrefOf]);
  return (
    <NavigationContext value={navigation}>
      <HrefContext value={hrefOfPatch}>{children}</HrefContext>
    </NavigationContext>
  );
}
