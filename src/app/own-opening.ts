import { createContext, useContext } from 'react';

/** Opens the steps by which readers open a record of their own. Null where the engine takes neither files nor texts. */
const OwnOpening = createContext<(() => void) | null>(null);

export const OwnOpeningProvider = OwnOpening.Provider;

export function useOwnOpening(): (() => void) | null {
  return useContext(OwnOpening);
}
