import { usePreference } from '../../ui/use-preference';

/** The reader's stored choice between compact and comfortable rows. */
export function useRowDensity(): { isCompact: boolean; setCompact: (isCompact: boolean) => void } {
  const [stored, store] = usePreference('list.rows', 'comfortable');
  return { isCompact: stored === 'compact', setCompact: isCompact => store(isCompact ? 'compact' : 'comfortable') };
}
