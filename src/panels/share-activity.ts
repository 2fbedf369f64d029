import { createContext, useContext } from 'react';

/** Opens “Share and cite” for the opened activity. Null where the page offers no sharing. */
export const ShareActivityContext = createContext<(() => void) | null>(null);

export function useShareActivity(): (() => void) | null {
  return useContext(ShareActivityContext);
}
