import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import type { Source } from '../engine/engine';

export type LocalSource = Extract<Source, { kind: 'file' | 'text' }>;

/**
 * A file or a text from the reader's computer. A link contains only the address, not the content. The page stores the
 * content in the query cache, so a reload loses the content.
 */
export interface LocalRecord {
  source: LocalSource;
  /** True once the reader has accepted how the table was read. */
  isAccepted: boolean;
  /** The `data` of the link that the page showed when this source was opened. Null means the dataset that the site ships. */
  before: string | null;
}

export function localKey(address: string | null) {
  return ['local', address] as const;
}

export function localSourceAt(client: QueryClient, address: string): LocalSource | undefined {
  return client.getQueryData<LocalRecord>(localKey(address))?.source;
}

export function useLocalRecord(address: string | null): LocalRecord | undefined {
  return useQuery<LocalRecord>({ queryKey: localKey(address), queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY })
    .data;
}
