import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import type { Source } from '../engine/engine';

export type LocalSource = Extract<Source, { kind: 'file' | 'text' }>;

/**
 * A file or a text of the reader's computer. A link can only name it: the page holds the content in the cache, from which
 * it is gone after a reload.
 */
export interface LocalRecord {
  source: LocalSource;
  /** Whether the reader has seen how the table was read, and opened it. */
  isAccepted: boolean;
  /** The `data` of the link from which it was opened. Null for the shipped record. */
  before: string | null;
}

export function localKey(address: string | null) {
  return ['local', address] as const;
}

/** Returns the file or text that the page holds under an address; undefined if it holds none. */
export function localSourceAt(client: QueryClient, address: string): LocalSource | undefined {
  return client.getQueryData<LocalRecord>(localKey(address))?.source;
}

/** Returns the record that the page holds under an address; undefined if it holds none. */
export function useLocalRecord(address: string | null): LocalRecord | undefined {
  return useQuery<LocalRecord>({ queryKey: localKey(address), queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY })
    .data;
}
