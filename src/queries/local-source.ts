import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Source } from '../engine/engine';
import { localAddress } from '../model/address';

/**
 * A file or a text of the reader's computer. A link can only name it: the page holds the content in the cache, from which
 * it is gone after a reload.
 */
export type LocalSource = Extract<Source, { kind: 'file' | 'text' }>;

function localKey(address: string | null) {
  return ['local', address] as const;
}

/** Returns the file or text that the page holds under an address; undefined if it holds none. */
export function localSourceAt(client: QueryClient, address: string): LocalSource | undefined {
  return client.getQueryData<LocalSource>(localKey(address));
}

/** Returns the file or text that the page holds under an address; undefined if it holds none. */
export function useLocalSource(address: string | null): LocalSource | undefined {
  return useQuery<LocalSource>({ queryKey: localKey(address), queryFn: skipToken, gcTime: Number.POSITIVE_INFINITY })
    .data;
}

/** Returns a function that makes the page hold a file or a text, and returns the address by which links name it. */
export function useKeepLocal(): (source: LocalSource) => string {
  const client = useQueryClient();
  return source => {
    const address = localAddress(source.name, contentOf(source));
    client.setQueryDefaults(['local'], { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<LocalSource>(localKey(address), source);
    void client.resetQueries({ queryKey: ['dataset', address] });
    return address;
  };
}

function contentOf(source: LocalSource): string {
  if (source.kind === 'text') return source.text;
  const { file } = source;
  return `${file.size} ${'lastModified' in file ? file.lastModified : ''}`;
}
