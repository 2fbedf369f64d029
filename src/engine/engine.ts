import type { OpenDataset } from '../model/answer';
import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';
import type { Grid, Reading } from '../model/reading';
import type { Selection } from '../model/selection';
import type { Order, RepliesTo, WantName, Wants } from '../model/wants';

/** Where a dataset comes from: an absolute address, a file that the reader chose, or a text that was pasted. */
export type Source = (
  | { kind: 'address'; address: string }
  | { kind: 'file'; file: Blob; name: string }
  | { kind: 'text'; text: string; name: string }
) &
  ReadAs;

/** How a source is read if it is a table. */
interface ReadAs {
  /** The reading. Without it, the engine proposes one. */
  reading?: Reading;
  /** A saved reading, as its file has it, where no reading is given. */
  savedReading?: string;
  /** Which rows of the file are the table, where no reading is given. */
  grid?: Grid;
  /** A JSON list of earlier readings, of which a proposal takes the roles if the header is the same. */
  remembered?: string;
  /** The key of the dataset that was open before. A table with mostly the same ids is compared with it. */
  comparedWith?: string;
}

/** The features that an engine supports. The page offers no other sources, and asks for none of the wants in `declined`. */
export interface Capabilities {
  sources: readonly Source['kind'][];
  /** The wants that the engine does not answer. */
  declined: readonly WantName[];
  export: boolean;
}

/**
 * The interface through which the page reads data. A worker, an object in this thread or a remote service can implement
 * it. All replies to one question come from the same state of the data, and are plain data that JSON can carry. The
 * returned promises reject with `OpenFailure`, or with the signal's reason after an abort.
 */
export interface Engine {
  capabilities: Capabilities;
  /** Opens a dataset. The engine has one open dataset at a time, so the previous one is closed. */
  open(source: Source, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<OpenDataset>;
  ask<W extends Wants>(key: string, selection: Selection, wants: W, signal?: AbortSignal): Promise<RepliesTo<W>>;
  /**
   * Yields every activity of the selection, in the order `order`. Activities come in chunks, each made when the caller
   * asks for it. Progress counts activities.
   */
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
