import {
  keepPreviousData,
  queryOptions,
  skipToken,
  usePrefetchQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, Engine, OpenDataset, OpenedActivity, Query, Trends } from '../model/answer';
import { measureAnswer, measureOpened } from './measure';

/** How soon a partial answer is asked for again. */
const PARTIAL_MS = 300;

function answerOptions(engine: Engine, open: OpenDataset, query: Query) {
  return queryOptions<Answer, Error>({
    queryKey: ['answer', open.key, query],
    queryFn: async ({ signal }) => {
      const answer = await measureAnswer(() => engine.answer(open.key, query, signal));
      measureOpened();
      return answer;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.isPartial ? PARTIAL_MS : false),
    placeholderData: (previous, previousQuery) => (previousQuery?.queryKey[1] === open.key ? previous : undefined),
  });
}

/**
 * The answer to a query; the one before stays while it is on its way. It is asked before the page is rendered for it, so
 * that the engine works meanwhile.
 */
export function useAnswer(engine: Engine, open: OpenDataset, query: Query) {
  const options = answerOptions(engine, open, query);
  usePrefetchQuery(options);
  return useQuery(options);
}

/** Gives up the answer that the page waits for, and asks for it again. */
export function useRetry(open: OpenDataset): () => Promise<void> {
  const client = useQueryClient();
  const queryKey = ['answer', open.key];
  return async () => {
    await client.cancelQueries({ queryKey });
    await client.refetchQueries({ queryKey, type: 'active' });
  };
}

function activityOptions(engine: Engine, open: OpenDataset, id: string | null, query: Query) {
  return queryOptions<OpenedActivity | null, Error>({
    queryKey: ['activity', open.key, id, query],
    queryFn: id === null ? skipToken : ({ signal }) => engine.activity(open.key, id, query, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
}

/** The activity that is open in the view, if any. */
export function useOpenedActivity(engine: Engine, open: OpenDataset, id: string | null, query: Query) {
  return useQuery(activityOptions(engine, open, id, query));
}

function trendsOptions(engine: Engine, open: OpenDataset, isAnswered: boolean) {
  return queryOptions<Trends, Error>({
    queryKey: ['trends', open.key],
    queryFn: ({ signal }) => engine.trends(open.key, signal),
    enabled: isAnswered,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
}

/** How the values spread over the record; asked for once, and only when the first answer has come. */
export function useTrends(engine: Engine, open: OpenDataset, isAnswered: boolean) {
  return useQuery(trendsOptions(engine, open, isAnswered));
}
