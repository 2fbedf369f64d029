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

/** The sources and wants that an engine supports. The page neither requests nor offers anything else. */
export interface Capabilities {
  sources: readonly Source['kind'][];
  /** The wants that it leaves unanswered. */
  declined: readonly WantName[];
  export: boolean;
}

/**
 * How the page reads data, whether a worker, an object in this thread or a remote service answers. All replies to one
 * question come from the same state of the data, and are plain data that JSON can carry. Calls reject with
 * `OpenFailure`, or with the signal's reason after an abort.
 */
export interface Engine {
  capabilities: Capabilities;
  /** Opens a dataset and closes the one that was open. */
  open(source: Source, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<OpenDataset>;
  ask<W extends Wants>(key: string, selection: Selection, wants: W, signal?: AbortSignal): Promise<RepliesTo<W>>;
  /** Yields every activity of the selection in order, in chunks made on demand. Progress counts activities. */
  export(
    key: string,
    selection: Selection,
    order: Order,
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): AsyncIterable<readonly Activity[]>;
}

/** The capabilities of an engine that supports everything. */
export const ALL_CAPABILITIES: Capabilities = {
  sources: ['address', 'file', 'text'],
  declined: [],
  export: true,
};
