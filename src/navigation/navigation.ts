import { createContext } from 'react';
import type { OnChange, View } from '../model/view';
import { useRequired } from '../ui/use-required';

interface Navigation {
  go: OnChange;
}

type HrefOf = (patch: Partial<View>) => string;

/**
 * Provides the function that changes the view. The value is the same object while the dataset is open, so a component
 * with only this context does not render again when the view changes.
 */
export const NavigationContext = createContext<Navigation | null>(null);

/** Provides the address of a changed view. Ignores a gesture's draft, so that links do not render in each frame. */
export const HrefContext = createContext<HrefOf | null>(null);

export function useNavigation(): Navigation {
  return useRequired(NavigationContext);
}

export function useHref(): HrefOf {
  return useRequired(HrefContext);
}
