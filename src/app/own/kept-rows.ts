import type { Kept, KeptRows } from './kept';

const STORE = 'opened';

/** Opens the browser's storage in IndexedDB. Each page has its own, because addresses are relative to the page. */
export function keptRows(page: string): KeptRows {
  const database = `chronofacet:kept:${page}`;
  return {
    all: async () => {
      const rows = await openRows(database, 'readonly');
      const all: IDBRequest<Kept[]> = rows.getAll();
      await finished(rows.transaction);
      return all.result;
    },
    change: async (gone, added) => {
      const rows = await openRows(database, 'readwrite');
      for (const id of gone) rows.delete(id);
      if (added) rows.add(added);
      await finished(rows.transaction);
    },
  };
}

function openRows(database: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true });
    request.onsuccess = () => resolve(request.result.transaction(STORE, mode).objectStore(STORE));
    request.onerror = () => reject(request.error);
  });
}

/** Waits for the end of a transaction, and closes its database. */
function finished(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  return done.finally(() => transaction.db.close());
}
