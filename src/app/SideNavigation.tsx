import { type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import type { OnChange, View } from '../model/view';
import { HrefContext, NavigationContext, useHref, useNavigation } from '../navigation/navigation';
import { useEventCallback } from '../ui/use-event-callback';
import { type Side, sidePatch } from './compared';

interface Props {
  /** The view without the change of an unfinished gesture. */
  settled: View;
  /** The side that the children change. `both` if they change the window of both sides. */
  side: Side | 'both';
  children: ReactNode;
}

/** Applies its children's changes to one side of a comparison or, without a comparison, to the view. */
export function SideNavigation({ settled, side, children }: Props) {
  const { go } = useNavigation();
  const hrefOf = useHref();
  const goSide = useEventCallback<Parameters<OnChange>>((patch, step) => go(sidePatch(settled, side, patch), step));
  const navigation = useMemo(() => ({ go: goSide }), [goSide]);
  // `hrefOf` defers its view in the same way. Both change together, so links render only once.
  const painted = useDeferredValue(settled);
  const hrefOfSide = useCallback(
    (patch: Partial<View>) => hrefOf(sidePatch(painted, side, patch)),
    [hrefOf, painted, side],
  );
  return (
    <NavigationContext value={navigation}>
      <HrefContext value={hrefOfSide}>{children}</HrefContext>
    </NavigationContext>
  );
}
