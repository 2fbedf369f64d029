import { useQueryClient } from '@tanstack/react-query';
import type { WantName } from '../model/wants';

const REPLIES: Readonly<Record<WantName, true>> = {
  ...{ counts: true, compared: true, differences: true, sides: true, density: true, colourCounts: true },
  ...{ colourDensity: true, rows: true, marks: true, lanes: true, laneDensity: true, matrix: true, removals: true },
  ...{ activity: true, neighbours: true, related: true, trends: true, facts: true },
};

/** Returns a function that asks again for all replies on the page, and removes all others from the cache. */
export function useAskAgain(): () => void {
  const client = useQueryClient();
  return () => {
    const predicate = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => String(name) in REPLIES;
    client.removeQueries({ type: 'inactive', predicate });
    void client.refetchQueries({ type: 'active', predicate }, { cancelRefetch: false });
  };
}
