import { type ReactNode, useDeferredValue } from 'react';
import { useLastWhile } from '../ui/use-last-while';

/** Keeps the previous panel until the reader's new choice is painted, because mounting takes longer than a frame. */
export function PanelPlace({ panel, children }: { panel: string; children: ReactNode }) {
  return useLastWhile(children, useDeferredValue(panel) === panel);
}
