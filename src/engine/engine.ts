import type { OpenDataset } from '../model/answer';
import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';
import type { Selection } from '../model/selection';
import type { Order, RepliesTo, WantName, Wants } from '../model/wants';

/** Where a dataset comes from: an absolute address, a file that the reader chose, or a text that was pasted. */
export type Source =
  | { kind: 'address'; address: string }
  | { kind: 'file'; file: Blob; name: string }
  | { kind: 'text'; text: string; name: string };

/** What an engine can do, as plain data. The page neither asks nor offers what an engine declines. */
export interface Capabilities {
  sources: readonly Source['kind'][];
  /** The wants that it leaves unanswered. */
  declined: readonly WantName[];
  export: boolean;
}

/**
 * The one door to the data. A worker, an in-process object and a remote service can all stand behind it. The replies to one
 * question come from one state of the data and are plain data that JSON could carry. Calls reject with `OpenFailure`, or with
 * the signal's reason once it is aborted.
 */
export interface Engine {
  capabilities: Capabilities;
  /** Opens a dataset and forgets the one before. */
  open(source: Source, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<OpenDataset>;
  ask<W extends Wants>(key: string, selection: Selection, wants: W, signal?: AbortSignal): Promise<RepliesTo<W>>;
  /** Every activity of the selection in order, in chunks that are made as they are taken. Progress counts activities. */
  export(
    key: string,
    selection: Selection,
    order: Order,
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): AsyncIterable<readonly Activity[]>;
}

/** Of an engine that does everything. */
export const EVERYTHING: Capabilities = {
  sources: ['address', 'file', 'text'],
  declined: [],
  export: true,
};
