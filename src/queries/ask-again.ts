import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { WantName } from '../model/wants';

/** How often replies without a part of the dataset are asked for again, in milliseconds. */
const AGAIN_MS = 5000;

const REPLIES: Readonly<Record<WantName, true>> = {
  ...{ counts: true, compared: true, differences: true, sides: true, density: true, colourCounts: true },
  ...{ colourDensity: true, rows: true, marks: true, lanes: true, laneDensity: true, matrix: true, removals: true },
  ...{ activity: true, neighbours: true, related: true, trends: true, facts: true },
};

/**
 * While a part of the dataset is missing, asks again every few seconds for all replies that the page shows, and forgets the
 * others. Does so a last time when the part is back.
 */
export function useAskAgain(isPartial: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isPartial) return;
    const predicate = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => String(name) in REPLIES;
    const again = () => {
      client.removeQueries({ type: 'inactive', predicate });
      void client.refetchQueries({ type: 'active', predicate });
    };
    const timer = setInterval(again, AGAIN_MS);
    return () => {
      clearInterval(timer);
      again();
    };
  }, [client, isPartial]);
}
