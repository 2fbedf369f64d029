import { createContext, useContext } from 'react';
import type { Colouring } from '../model/colour';

/** Provides the facet that colours the activities, and its coloured values. Null if nothing is coloured. */
export const ColouringContext = createContext<Colouring | null>(null);

export function useColouring(): Colouring | null {
  return useContext(ColouringContext);
}
