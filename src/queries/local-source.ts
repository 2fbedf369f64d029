import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import type { Source } from '../engine/engine';

export type LocalSource = Extract<Source, { kind: 'file' | 'text' }>;

/**
 * A file or a text from the computer of the reader. A link contains only its address, not its content. The page keeps
 * the content in the query cache, so a reload loses it.
 */
export interface LocalRecord {
  source: LocalSource;
  /** Whether the reader has seen how the table was read, and opened it. */
  isAccepted: boolean;
  /**
   * The `data` of the link that was shown when this source was opened. Null stands for the dataset that the site
   * ships.
   */
  before: string | null;
}

export function localKey(address: string | null) {
  return ['local', address] as const;
}

/** Returns the file or text that the page holds under an address; undefined if it holds none. */
export function localSourceAt(client: QueryClient, address: string): LocalSource | undefined {
  return client.getQueryData<LocalRecord>(localKey(address))?.source;
}

/** Returns the `LocalRecord` that the page holds under an address; undefined if it holds none. */
export function useLocalRecord(address: string | null): LocalRecord | undefined {
  return useQuery<LocalRecord>({ queryKey: localKey(address), queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY })
    .data;
}
