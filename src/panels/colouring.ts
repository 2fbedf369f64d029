import { createContext, useContext } from 'react';
import type { Colouring } from '../model/colour';

/** What colour picks out in the answer on the screen; null if nothing is coloured. */
export const ColouringContext = createContext<Colouring | null>(null);

export function useColouring(): Colouring | null {
  return useContext(ColouringContext);
}
