import { createContext, useContext } from 'react';

/** What the details can do with the opened activity, beside changing the view. */
interface OpenedActions {
  /** Opens “Share and cite” for it. Null where the page offers no sharing. */
  share: (() => void) | null;
  /** Shows it as a link that leads to it does: in its time, with its lane or row in view. */
  showSubject: (id: string) => void;
}

export const OpenedActionsContext = createContext<OpenedActions>({ share: null, showSubject: () => {} });

export function useOpenedActions(): OpenedActions {
  return useContext(OpenedActionsContext);
}
