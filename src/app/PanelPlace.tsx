import { type ReactNode, useDeferredValue } from 'react';
import { useLastWhile } from '../ui/use-last-while';

/**
 * Shows the content of a panel. When the reader chooses another panel, the previous content stays until the choice is
 * painted, because mounting a panel takes longer than a frame.
 */
export function PanelPlace({ panel, children }: { panel: string; children: ReactNode }) {
  return useLastWhile(children, useDeferredValue(panel) === panel);
}
