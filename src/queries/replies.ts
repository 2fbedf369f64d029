import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Engine } from '../engine/engine';
import type { OpenDataset } from '../model/answer';
import { type Selection, WHOLE } from '../model/selection';
import type { Order, Replies, WantName, Wants } from '../model/wants';
import { askBatched, type Given, sendBatches } from './batch';

/** The delay in milliseconds after which the page asks again for a partial reply. */
const PARTIAL_MS = 300;

/** If exact replies take longer than this many milliseconds, the page shows an estimate until they arrive. */
const FIRST_MS = 2000;

const CACHE_MS = 60_000;

export interface Answering {
  engine: Engine;
  open: OpenDataset;
}

/**
 * A selection, and one thing that a panel asks the engine about it (a want). `isDraft` is true while the reader is
 * still dragging. The reply is then not cached, because the page shows it only until the next move.
 */
interface Question<K extends WantName> {
  selection: Selection;
  want: NonNullable<Wants[K]>;
  isDraft: boolean;
}

/** Questions by want. During a gesture their selections may differ, because some wants wait for the end. */
export type Questions = { [K in WantName]?: Question<K> };

/** Returns the questions of a selection, without wants that the engine does not support. */
export function questionsOf({ engine }: Answering, selection: Selection, wants: Wants, isDraft: boolean): Questions {
  const { declined } = engine.capabilities;
  const asked = Object.entries(wants).filter(([name]) => !declined.includes(name as WantName));
  return Object.fromEntries(asked.map(([name, want]) => [name, { selection, want, isDraft }]));
}

function replyOptions<K extends WantName>({ engine, open }: Answering, name: K, question: Question<K> | undefined) {
  const queryKey = question
    ? [name, open.key, dependencies(name, question.selection), question.want]
    : [name, open.key];
  return queryOptions<Given<K>, Error>({
    queryKey,
    queryFn: question
      ? ({ signal, client }) => {
          const shown = client.getQueryData<Given<K>>(queryKey);
          const precision = shown?.sample ? 'exact' : { firstMs: FIRST_MS };
          return askBatched({ engine, key: open.key, name, precision, ...question }, signal);
        }
      : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: question?.isDraft ? 0 : CACHE_MS,
    retry: false,
    refetchInterval: ({ state: { data } }) => (isPartial(data?.reply) ? PARTIAL_MS : false),
  });
}

function isPartial(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'isPartial' in reply && reply.isPartial === true;
}

const UNBOUND: readonly WantName[] = ['activity', 'related', 'trends', 'facts'];
const TIMELESS: readonly WantName[] = ['density', 'colourDensity'];
const COMPARED: readonly WantName[] = ['compared', 'differences', 'sides', 'density', 'marks', 'laneDensity'];

/** Returns the part of a selection that affects the reply to a want. Only its changes make the page ask again. */
function dependencies(name: WantName, { facets, text, from, to, compare }: Selection): Partial<Selection> {
  if (UNBOUND.includes(name)) return {};
  return {
    facets,
    text,
    ...(!TIMELESS.includes(name) && { from, to }),
    ...(COMPARED.includes(name) && { compare }),
  };
}

/**
 * Returns the reply to one want, and the sample that it is estimated from. Asks before React renders, so that the engine
 * works at the same time.
 */
export function useReply<K extends WantName>(answering: Answering, name: K, question: Question<K> | undefined) {
  const options = replyOptions(answering, name, question);
  const client = useQueryClient();
  if (question && !client.getQueryState(options.queryKey)) void client.prefetchQuery(options);
  const { data, error } = useQuery(options);
  return { data: data?.reply, sample: data?.sample ?? null, error };
}

/**
 * Returns all replies, the smallest sample that one is estimated from, whether more are pending, and the first error. Asks
 * before React renders, to save time.
 */
export function useReplies(answering: Answering, questions: Questions) {
  const results = {
    counts: useReply(answering, 'counts', questions.counts),
    compared: useReply(answering, 'compared', questions.compared),
    differences: useReply(answering, 'differences', questions.differences),
    sides: useReply(answering, 'sides', questions.sides),
    density: useReply(answering, 'density', questions.density),
    colourCounts: useReply(answering, 'colourCounts', questions.colourCounts),
    colourDensity: useReply(answering, 'colourDensity', questions.colourDensity),
    rows: useReply(answering, 'rows', questions.rows),
    marks: useReply(answering, 'marks', questions.marks),
    lanes: useReply(answering, 'lanes', questions.lanes),
    laneDensity: useReply(answering, 'laneDensity', questions.laneDensity),
    matrix: useReply(answering, 'matrix', questions.matrix),
    removals: useReply(answering, 'removals', questions.removals),
  };
  sendBatches(answering.engine);
  const asked = Object.entries(results).filter(([name]) => questions[name as WantName]);
  const arrived = asked.filter(([, { data }]) => data !== undefined);
  const replies: Partial<Replies> = Object.fromEntries(arrived.map(([name, { data }]) => [name, data]));
  const rates = asked.map(([, { sample }]) => sample?.rate ?? 0);
  return {
    replies,
    /** One of this many activities is in the sample. 0 if all replies are exact. */
    rate: Math.max(0, ...rates),
    isWaiting: arrived.length < asked.length,
    error: asked.find(([, { error }]) => error)?.[1].error ?? null,
  };
}

/**
 * In milliseconds. Then the page cancels a question asked ahead that nothing waits for, as the engine may repeat it.
 */
const AHEAD_MS = 20_000;

/** Returns a function that asks questions ahead, unless their replies have already arrived. */
export function useAskAhead(answering: Answering): (questions: Questions) => void {
  const client = useQueryClient();
  return questions => {
    const askOne = <K extends WantName>(name: K, question: Question<K> | undefined) => {
      if (!question) return;
      const options = replyOptions(answering, name, question);
      void client.prefetchQuery(options);
      setTimeout(() => client.cancelQueries({ queryKey: options.queryKey, type: 'inactive' }), AHEAD_MS);
    };
    for (const name of Object.keys(questions) as WantName[]) askOne(name, questions[name] as Question<typeof name>);
  };
}

/** Returns the counts for the sparklines. Undefined until they arrive. Rendering does not wait for them. */
export function useTrends(answering: Answering, isWanted: boolean): Replies['trends'] | undefined {
  return useReply(answering, 'trends', isWanted ? { selection: WHOLE, want: true, isDraft: false } : undefined).data;
}

/** Returns the counts of another selection. Undefined until they arrive and are exact, or if `selection` is null. */
export function useCountsOf(answering: Answering, selection: Selection | null): Replies['counts'] | undefined {
  const { data, sample } = useReply(
    answering,
    'counts',
    selection ? { selection, want: true, isDraft: false } : undefined,
  );
  return sample ? undefined : data;
}

/** Returns facts about the whole dataset. Undefined until they arrive, or if the engine does not support them. */
export function useFacts(answering: Answering, want: NonNullable<Wants['facts']>): Replies['facts'] | undefined {
  return useReply(answering, 'facts', questionsOf(answering, WHOLE, { facts: want }, false).facts).data;
}

/** Returns an activity, its neighbours and related activities. Undefined until they arrive, or if `id` is null. */
export function useOpenedReplies(answering: Answering, id: string | null, selection: Selection, order: Order) {
  const questions =
    id === null
      ? {}
      : questionsOf(answering, selection, { activity: { id }, neighbours: { id, order }, related: { id } }, false);
  const { data: activity } = useReply(answering, 'activity', questions.activity);
  const { data: neighbours } = useReply(answering, 'neighbours', questions.neighbours);
  const { data: related } = useReply(answering, 'related', questions.related);
  return { activity, neighbours, related };
}

/** Returns a function that cancels all queries without a reply and sends them again. */
export function useRetry({ key }: OpenDataset): () => Promise<void> {
  const client = useQueryClient();
  const isMissing = { predicate: ({ queryKey, state }: Missing) => queryKey[1] === key && state.data === undefined };
  return async () => {
    await client.cancelQueries(isMissing);
    await client.refetchQueries({ ...isMissing, type: 'active' });
  };
}

interface Missing {
  queryKey: readonly unknown[];
  state: { data: unknown };
}
