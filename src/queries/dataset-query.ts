import { type QueryClient, queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Engine, Source } from '../engine/engine';
import { addressFailure, isLocalAddress, type Origins } from '../model/address';
import type { OpenDataset } from '../model/answer';
import { OpenFailure } from '../model/problem';
import type { Progress } from '../model/progress';
import { localSourceAt } from './local-source';
import { markOpening } from './measure';

/** The engine, and the web origins from which datasets may be loaded. */
export interface DataSource {
  engine: Engine;
  origins: Origins;
}

function openOptions({ engine, origins }: DataSource, address: string | null) {
  return queryOptions<OpenDataset, Error>({
    queryKey: ['dataset', address],
    queryFn: ({ signal, client }) => {
      const source = sourceAt(client, address, origins);
      markOpening();
      return engine.open(source, signal, progress => client.setQueryData(progressKey(address), progress));
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

/** Throws `OpenFailure` if the page may not or can't open the address. */
function sourceAt(client: QueryClient, address: string | null, origins: Origins): Source {
  if (isLocalAddress(address)) {
    const source = localSourceAt(client, address);
    if (!source) throw new OpenFailure('localGone');
    return source;
  }
  const failure = addressFailure(address, origins);
  if (address === null || failure) throw failure ?? new OpenFailure('badAddress');
  return { kind: 'address', address };
}

function progressKey(address: string | null) {
  return ['progress', address] as const;
}

/** Opens the dataset at an address. Returns the query, the progress, and functions that cancel and retry. */
export function useDataset(source: DataSource, address: string | null) {
  const client = useQueryClient();
  const options = openOptions(source, address);
  const { data: progress = null } = useQuery<Progress | null>({
    queryKey: progressKey(address),
    queryFn: skipToken,
    gcTime: 0,
  });
  const query = useQuery(options);
  const cancel = () => client.cancelQueries({ queryKey: options.queryKey });
  const retry = async () => {
    await cancel();
    await query.refetch();
  };
  return { ...query, progress, cancel, retry };
}
