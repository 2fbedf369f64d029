import { usePreference } from '../../ui/use-preference';

/** Whether the reader likes the rows of the list close together, and the way to change it. */
export function useRowDensity(): { isCompact: boolean; setCompact: (isCompact: boolean) => void } {
  const [kept, keep] = usePreference('list.rows', 'comfortable');
  return { isCompact: kept === 'compact', setCompact: isCompact => keep(isCompact ? 'compact' : 'comfortable') };
}
