import type { Activity, DatasetHead } from '../../model/dataset';
import { createColumnStore } from './column-store';
import type { Columns, Ids } from './columns';
import { CHUNK_SIZE } from './layout';
import type { Spool } from './spool';
import { encodeFields } from './text-chunk';
import { createTextStore, type TextChunks } from './text-store';

/** Collects activities in columns. They may be added in any order. Their texts are stored in the spool. */
export interface Packer {
  add(activity: Activity): void;
  /** Sorts the activities by date and returns them. `add` must not be called afterwards. */
  finish(): Packed;
}

export interface Packed {
  columns: Columns;
  ids: Ids;
  texts: TextChunks;
}

export function createPacker(head: DatasetHead, spool: Spool, chunkSize = CHUNK_SIZE): Packer {
  const store = createColumnStore(head);
  const texts = createTextStore(spool);
  return {
    add(activity) {
      store.add(activity);
      texts.add(encodeFields(activity));
    },
    finish() {
      const { columns, ids, order } = store.finish();
      return { columns, ids, texts: texts.finish(order, chunkSize) };
    },
  };
}
