import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { OpenDataset } from '../model/answer';
import { localAddress } from '../model/local-address';
import type { Grid, Reading } from '../model/reading';
import { type LocalRecord, type LocalSource, localKey } from './local-source';

/** Returns a function that makes the page hold a file or a text, and returns the address by which links name it. `shown` is the
 * address in the link of the page. */
export function useKeepLocal(): (source: LocalSource, shown: string | null) => string {
  const client = useQueryClient();
  return (source, shown) => {
    const address = localAddress(source.name, contentOf(source));
    const open = openDataset(client);
    // A table that is still being checked is replaced; the record from which it was opened stays the earlier one.
    const checked = open?.table && shown !== null ? client.getQueryData<LocalRecord>(localKey(shown)) : undefined;
    const isChecked = checked?.isAccepted === false;
    const before = isChecked ? checked.before : shown;
    const comparedWith = isChecked ? checked.source.comparedWith : open?.key;
    client.setQueryDefaults(['local'], { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<LocalRecord>(localKey(address), {
      source: { ...source, ...(comparedWith !== undefined && { comparedWith }) },
      isAccepted: false,
      before: before === address ? null : before,
    });
    void client.resetQueries({ queryKey: ['dataset', address] });
    return address;
  };
}

/** Returns the dataset that the page shows. */
function openDataset(client: QueryClient): OpenDataset | undefined {
  const found = client.getQueriesData<OpenDataset>({ queryKey: ['dataset'], type: 'active' });
  return found.map(([, open]) => open).find(open => open !== undefined);
}

/** A reading of all columns, or only the rows of the table, for which the rest is proposed. */
type ReadAs = { reading: Reading } | { grid: Grid } | { savedReading: string };

/** Returns functions that read the table at an address in another way, and that accept how it was read. */
export function useLocalReading(address: string): { reread: (as: ReadAs) => void; accept: () => void } {
  const client = useQueryClient();
  const change = (patch: (record: LocalRecord) => LocalRecord) =>
    client.setQueryData<LocalRecord>(localKey(address), record => record && patch(record));
  return {
    reread: as => {
      change(record => {
        const { reading: _, grid: __, savedReading: ___, ...source } = record.source;
        return { ...record, source: { ...source, ...as } };
      });
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
