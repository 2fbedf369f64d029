import { useQueryClient } from '@tanstack/react-query';
import type { Given } from './batch';
import type { Answering } from './replies';

interface Asked {
  queryKey: readonly unknown[];
  state: { data: unknown };
}

/**
 * Returns a function that asks for the exact replies in place of all estimates that the page shows, and a function that
 * cancels this. After a cancellation, the page keeps the estimates.
 */
export function useExact({ open }: Pick<Answering, 'open'>): { ask: () => void; cancel: () => void } {
  const client = useQueryClient();
  const isEstimate = ({ queryKey, state }: Asked) =>
    queryKey[1] === open.key && (state.data as Partial<Given<'counts'>> | undefined)?.sample != null;
  const estimates = { type: 'active', predicate: isEstimate } as const;
  return {
    ask: () => void client.refetchQueries(estimates, { cancelRefetch: false }),
    cancel: () => void client.cancelQueries(estimates),
  };
}
