import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Activity } from '../model/dataset';
import type { Selection } from '../model/selection';
import type { Order } from '../model/wants';
import type { Answering } from './replies';

/** The maximum number of activities on a printed page. */
export const MOST_PRINTED = 500;

export interface ToPrint {
  selection: Selection;
  order: Order;
}

function printedOptions({ engine, open }: Answering, { selection, order }: ToPrint) {
  return queryOptions<readonly Activity[], Error>({
    queryKey: ['printed', open.key, selection, order],
    queryFn: async ({ signal }) => {
      const activities: Activity[] = [];
      for await (const batch of engine.export(open.key, selection, order, signal)) {
        activities.push(...batch.slice(0, MOST_PRINTED - activities.length));
        if (activities.length === MOST_PRINTED) break;
      }
      return activities;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Returns the first activities of a selection for printing. Undefined until they arrive, or if they are not wanted. */
export function usePrinted(answering: Answering, toPrint: ToPrint, isWanted: boolean): readonly Activity[] | undefined {
  const options = printedOptions(answering, toPrint);
  const isOffered = answering.engine.capabilities.export;
  return useQuery(isWanted && isOffered ? options : { ...options, queryFn: skipToken }).data;
}

/** Returns a function that loads what `usePrinted` returns. It rejects with the engine's error. */
export function useLoadPrinted(answering: Answering, toPrint: ToPrint): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.ensureQueryData(printedOptions(answering, toPrint));
  };
}
