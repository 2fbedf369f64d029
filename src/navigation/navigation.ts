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

/**
 * Provides a function that returns the address of the current view with a change applied. It ignores the draft of a
 * gesture, so that links do not render again in each frame of the gesture.
 */
export const HrefContext = createContext<HrefOf | null>(null);

export function useNavigation(): Navigation {
  return useRequired(NavigationContext);
}

export function useHref(): HrefOf {
  return useRequired(HrefContext);
}
