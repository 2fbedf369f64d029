import { type ReactNode, useDeferredValue } from 'react';
import { useLastWhile } from '../ui/use-last-while';

/**
 * Shows what belongs to a panel. When another panel is chosen, the one before stays, unchanged, until the choice is painted:
 * mounting a panel takes longer than a frame.
 */
export function PanelPlace({ panel, children }: { panel: string; children: ReactNode }) {
  return useLastWhile(children, useDeferredValue(panel) === panel);
}
