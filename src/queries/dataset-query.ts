import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Engine, OpenDataset } from '../model/answer';
import { OpenFailure } from '../model/problem';
import { markOpening } from './measure';

/** Where the data comes from and which addresses it may come from. */
export interface DataSource {
  engine: Engine;
  /** Origins besides the page's own. */
  allowedOrigins: readonly string[];
  pageOrigin: string;
}

function openOptions({ engine, allowedOrigins, pageOrigin }: DataSource, address: string | null) {
  return queryOptions<OpenDataset, Error>({
    queryKey: ['dataset', address],
    queryFn: ({ signal }) => {
      if (address === null) throw new OpenFailure('badAddress');
      const { origin } = new URL(address);
      if (origin !== pageOrigin && !allowedOrigins.includes(origin)) throw new OpenFailure('refusedOrigin', origin);
      markOpening();
      return engine.open(address, signal);
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

export function useDataset(source: DataSource, address: string | null) {
  return useQuery(openOptions(source, address));
}
