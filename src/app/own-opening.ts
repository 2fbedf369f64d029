import { createContext, useContext } from 'react';

/**
 * Shows the steps by which readers open a table or dataset of their own. Null unless the engine can open both files and
 * pasted texts.
 */
const OwnOpening = createContext<(() => void) | null>(null);

export const OwnOpeningProvider = OwnOpening.Provider;

export function useOwnOpening(): (() => void) | null {
  return useContext(OwnOpening);
}
