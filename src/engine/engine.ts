import type { OpenDataset } from '../model/answer';
import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';
import type { Grid, Reading } from '../model/reading';
import type { Selection } from '../model/selection';
import type { Order, RepliesTo, WantName, Wants } from '../model/wants';

/** The source of a dataset: an absolute address, a file that the reader chose, or a text that the reader pasted. */
export type Source = (
  | { kind: 'address'; address: string }
  | { kind: 'file'; file: Blob; name: string }
  | { kind: 'text'; text: string; name: string }
) &
  ReadAs;

/** How to read a source that is a table. Other sources ignore these options. */
interface ReadAs {
  /** The reading to use. Without it, the engine proposes a reading. */
  reading?: Reading;
  /** The text of a file with a saved reading. Ignored if `reading` or `grid` is set. */
  savedReading?: string;
  /**
   * The sheet, delimiter, encoding and header row of the table, as far as they are known. The engine proposes the rest
   * of the reading. Ignored if `reading` is set.
   */
  grid?: Grid;
  /**
   * A JSON list of earlier readings. If an earlier reading has the same header as the table, the engine proposes the
   * columns and roles of this reading. Ignored if another option determines the reading.
   */
  remembered?: string;
  /**
   * The key of the dataset that was open before. If most ids of the table are also in that dataset, the engine returns
   * the differences between the two.
   */
  comparedWith?: string;
}

/**
 * The features that an engine supports. The page offers only the sources in `sources`, and never asks for the wants in
 * `declined`.
 */
export interface Capabilities {
  sources: readonly Source['kind'][];
  /** The wants that the engine does not answer. */
  declined: readonly WantName[];
  export: boolean;
}

/** The number of parts that have answered, for a dataset that is divided among several servers. */
export interface Parts {
  answered: number;
  of: number;
  /** The number of activities in the parts that answered, and in all parts. */
  activities: number;
  total: number;
}

/**
 * The state of an engine on a server. `away`: the server can't be reached, and the engine keeps repeating the question.
 * `busy`: the server takes no more questions for now, and the engine keeps repeating the question. `tooSlow`: the question
 * took longer than the server allows (`seconds`). `partial`: the last replies lack parts of the dataset.
 */
export type EngineState =
  | { kind: 'ready' }
  | { kind: 'away' }
  | { kind: 'busy' }
  | { kind: 'tooSlow'; seconds: number }
  | { kind: 'partial'; parts: Parts };

/**
 * The interface through which the page reads data. A worker, an object in this thread or a remote service can implement
 * this interface. All replies to one question come from the same state of the data. They are plain data that can be
 * written as JSON. The promises reject with `OpenFailure`, or with the signal's reason after an abort.
 */
export interface Engine {
  capabilities: Capabilities;
  /** Opens a dataset. The engine has one open dataset at a time, so the previous one is closed. */
  open(source: Source, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<OpenDataset>;
  ask<W extends Wants>(key: string, selection: Selection, wants: W, signal?: AbortSignal): Promise<RepliesTo<W>>;
  /**
   * Yields all activities of the selection in the order `order`, chunk by chunk. A chunk is made only when the caller
   * asks for the next one. Progress counts activities.
   */
  export(
    key: string,
    selection: Selection,
    order: Order,
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): AsyncIterable<readonly Activity[]>;
  /** The current state of an engine on a server. An engine without this member is always ready. */
  state?: { get(): EngineState; subscribe(listener: () => void): () => void } | undefined;
  /** Returns how many parts of the dataset replies of `ask` come from. Returns null if the replies are complete. */
  partsOf?(replies: object): Parts | null;
  /** Returns the version of the dataset. Without this function, the caller computes the version from all activities. */
  version?: ((key: string, signal?: AbortSignal) => Promise<string>) | undefined;
}

/** The capabilities of an engine that supports everything. */
export const ALL_CAPABILITIES: Capabilities = {
  sources: ['address', 'file', 'text'],
  declined: [],
  export: true,
};
