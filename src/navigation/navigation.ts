import { createContext } from 'react';
import type { OnChange, View } from '../model/view';
import { useRequired } from '../ui/use-required';

interface Navigation {
  /** Changes the view. */
  go: OnChange;
}

type HrefOf = (patch: Partial<View>) => string;

/**
 * Its value stays the same object for as long as the dataset is open: a component that changes the view does not render
 * again because the view has changed.
 */
export const NavigationContext = createContext<Navigation | null>(null);

/**
 * Gives the address of the present view with a change, for links. It starts from the view without the draft of a gesture, so
 * links do not render with each frame of one.
 */
export const HrefContext = createContext<HrefOf | null>(null);

export function useNavigation(): Navigation {
  return useRequired(NavigationContext);
}

export function useHref(): HrefOf {
  return useRequired(HrefContext);
}
