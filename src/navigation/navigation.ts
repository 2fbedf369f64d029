import { createContext, useContext } from 'react';
import type { OnChange, View } from '../model/view';

export interface Navigation {
  /** Changes the view. */
  go: OnChange;
}

/** Its value is the same object for as long as the dataset is open, so that who only changes the view never renders for it. */
export const NavigationContext = createContext<Navigation | null>(null);

/**
 * The address of the present view with a change, for links. It starts from the view without the draft of a gesture, so links
 * do not render with each frame of one.
 */
export const HrefContext = createContext<(patch: Partial<View>) => string>(() => '');

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('There is no NavigationContext above this component.');
  return navigation;
}
