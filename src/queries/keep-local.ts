import { useQueryClient } from '@tanstack/react-query';
import { localAddress } from '../model/local-address';
import type { Reading } from '../model/reading';
import { type LocalRecord, type LocalSource, localKey } from './local-source';

/** Returns a function that makes the page hold a file or a text, and returns the address by which links name it. */
export function useKeepLocal(): (source: LocalSource, before: string | null) => string {
  const client = useQueryClient();
  return (source, before) => {
    const address = localAddress(source.name, contentOf(source));
    client.setQueryDefaults(['local'], { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<LocalRecord>(localKey(address), {
      source,
      isAccepted: false,
      before: before === address ? null : before,
    });
    void client.resetQueries({ queryKey: ['dataset', address] });
    return address;
  };
}

/** Returns functions that read the table at an address in another way, and that accept how it was read. */
export function useLocalReading(address: string): { reread: (reading: Reading) => void; accept: () => void } {
  const client = useQueryClient();
  const change = (patch: (record: LocalRecord) => LocalRecord) =>
    client.setQueryData<LocalRecord>(localKey(address), record => record && patch(record));
  return {
    reread: reading => {
      change(record => ({ ...record, source: { ...record.source, reading } }));
      void client.refetchQueries({ queryKey: ['dataset', address] });
    },
    accept: () => change(record => ({ ...record, isAccepted: true })),
  };
}

function contentOf(source: LocalSource): string {
  if (source.kind === 'text') return source.text;
  const { file } = source;
  return `${file.size} ${'lastModified' in file ? file.lastModified : ''}`;
}
