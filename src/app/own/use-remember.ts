import { hasSameHeader, type Reading } from '../../model/reading';
import { usePreference } from '../../ui/use-preference';

const MAX_REMEMBERED = 20;

/** Returns a function that stores a reading. Later tables with the same header are read in the same way. */
export function useRemember(): (reading: Reading) => void {
  const [stored, store] = usePreference('readings', '[]');
  return reading => {
    const others = listOf(stored).filter(other => !hasSameHeader(other, reading));
    store(JSON.stringify([reading, ...others].slice(0, MAX_REMEMBERED)));
  };
}

function listOf(stored: string): Reading[] {
  try {
    const list: unknown = JSON.parse(stored);
    return Array.isArray(list) ? list.filter(reading => Array.isArray(reading?.columns)) : [];
  } catch {
    return [];
  }
}
