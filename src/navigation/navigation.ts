import { createContext } from 'react';
import type { OnChange, View } from '../model/view';
import { useRequired } from '../ui/use-required';

interface Navigation {
  /** Changes the view. */
  go: OnChange;
}

type HrefOf = (patch: Partial<View>) => string;

/**
 * Its value stays the same object while the dataset is open, so a component that only changes the view does not render
 * when the view changes.
 */
export const NavigationContext = createContext<Navigation | null>(null);

/**
 * Returns the address of the current view with a change applied. Ignores the draft of a gesture, so that links do not
 * render with each of its frames.
 */
export const HrefContext = createContext<HrefOf | null>(null);

export function useNavigation(): Navigation {
  return useRequired(NavigationContext);
}

export function useHref(): HrefOf {
  return useRequired(HrefContext);
}
