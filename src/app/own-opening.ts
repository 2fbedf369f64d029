import { createContext, useContext } from 'react';

/** Shows the steps for opening a table or dataset. Null if the engine can't open files and pasted texts. */
const OwnOpening = createContext<(() => void) | null>(null);

export const OwnOpeningProvider = OwnOpening.Provider;

export function useOwnOpening(): (() => void) | null {
  return useContext(OwnOpening);
}
