import { usePreference } from '../../ui/use-preference';

/** Returns the reader's stored choice between compact and comfortable rows, and a setter. */
export function useRowDensity(): { isCompact: boolean; setCompact: (isCompact: boolean) => void } {
  const [stored, store] = usePreference('list.rows', 'comfortable');
  return { isCompact: stored === 'compact', setCompact: isCompact => store(isCompact ? 'compact' : 'comfortable') };
}
