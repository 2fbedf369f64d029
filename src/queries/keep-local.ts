import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { OpenDataset } from '../model/answer';
import { localAddress } from '../model/local-address';
import type { Grid, Reading } from '../model/reading';
import { type LocalRecord, type LocalSource, localKey } from './local-source';

/** Returns a function that caches a file or text and returns its address. `shown` is `data` of the current link. */
export function useKeepLocal(): (source: LocalSource, shown: string | null) => string {
  const client = useQueryClient();
  return (source, shown) => {
    const address = localAddress(source.name, contentOf(source));
    const open = openDataset(client);
    // If the reader has not yet accepted the table on the screen, the new source replaces that table. The page still
    // returns to, and compares with, the dataset that was open before.
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

function openDataset(client: QueryClient): OpenDataset | undefined {
  const found = client.getQueriesData<OpenDataset>({ queryKey: ['dataset'], type: 'active' });
  return found.map(([, open]) => open).find(open => open !== undefined);
}

/**
 * How to read a table again. `reading`: completely specified. `grid`: only the position of the table in the file, so
 * that the engine proposes the rest. `savedReading`: the text of a saved reading.
 */
type ReadAs = { reading: Reading } | { grid: Grid } | { savedReading: string };

/** Returns `reread` to read the table in another way, and `accept` to record that the reader accepts the reading. */
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
