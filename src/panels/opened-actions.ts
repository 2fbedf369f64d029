import { createContext, useContext } from 'react';

/** The actions that the details offer for the opened activity, apart from changes of the view. */
interface OpenedActions {
  /** Opens “Share and cite” for the opened activity. Null if the page offers no sharing. */
  share: (() => void) | null;
  /** Moves the timeline's window to the time of the activity, and scrolls to its mark or row. */
  showSubject: (id: string) => void;
}

export const OpenedActionsContext = createContext<OpenedActions>({ share: null, showSubject: () => {} });

export function useOpenedActions(): OpenedActions {
  return useContext(OpenedActionsContext);
}
