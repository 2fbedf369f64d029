import type { OpenDataset } from '../model/answer';
import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';
import type { Grid, Reading } from '../model/reading';
import type { Selection } from '../model/selection';
import type { Order, RepliesTo, Sample, WantName, Wants } from '../model/wants';

/** The source of a dataset: an absolute address, a file that the reader chose, or a text that the reader pasted. */
export type Source = (
  | { kind: 'address'; address: string }
  | { kind: 'file'; file: Blob; name: string }
  | { kind: 'text'; text: string; name: string }
) &
  ReadAs;

/** How to read a source that is a table. Ignored for other sources. */
interface ReadAs {
  reading?: Reading;
  /** The text of a file with a saved reading. Ignored if `reading` or `grid` is set. */
  savedReading?: string;
  /** The known parts of the reading. The engine proposes the rest. Ignored if `reading` is set. */
  grid?: Grid;
  /**
   * A JSON list of earlier readings. If the table has the header of an earlier reading, the engine proposes the columns
   * and roles of that reading. Ignored if another option determines the reading.
   */
  remembered?: string;
  /** The key of the dataset that was open before. If most ids are the same, the engine returns the differences. */
  comparedWith?: string;
}

/** The page offers only the sources in `sources`, and never asks for the wants in `declined`. */
export interface Capabilities {
  sources: readonly Source['kind'][];
  declined: readonly WantName[];
  export: boolean;
  /** Whether `ask` can estimate replies from a sample. */
  canSample?: boolean;
}

/**
 * Which replies `ask` may return. Without it, only exact replies.
 *
 * - `exact`: exact replies. The caller shows sampled replies meanwhile, so other questions do not wait for this one.
 * - `sampled`: replies that are estimated from a sample. If the sample has too few activities, `ask` rejects.
 * - `firstMs`: exact replies, or sampled replies if the exact ones take longer than this many milliseconds.
 */
export type Precision = 'exact' | 'sampled' | { firstMs: number };

/** The number of parts that have answered. Only for a dataset that is divided among several servers. */
export interface Parts {
  answered: number;
  of: number;
  activities: number;
  total: number;
}

/**
 * The state of an engine on a server. `away`: the server can't be reached. `busy`: the server takes no more questions
 * for now. In both states, the engine keeps repeating the question. `tooSlow`: the question took longer than the server
 * allows (`seconds`). `partial`: the last replies lack parts of the dataset.
 */
export type EngineState =
  | { kind: 'ready' }
  | { kind: 'away' }
  | { kind: 'busy' }
  | { kind: 'tooSlow'; seconds: number }
  | { kind: 'partial'; parts: Parts };

/**
 * The interface through which the page reads data. A worker, an object in this thread or a remote service can implement
 * it. All replies to one question come from the same state of the data, and can be written as JSON. The promises reject
 * with `OpenFailure`, or with the signal's reason after an abort.
 */
export interface Engine {
  capabilities: Capabilities;
  /** Opens a dataset. The engine has one open dataset at a time, so the previous one is closed. */
  open(source: Source, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<OpenDataset>;
  ask<W extends Wants>(
    key: string,
    selection: Selection,
    wants: W,
    signal?: AbortSignal,
    precision?: Precision,
  ): Promise<RepliesTo<W>>;
  /**
   * Yields all activities of the selection, chunk by chunk, as the caller asks for them. Progress counts activities.
   */
  export(
    key: string,
    selection: Selection,
    order: Order,
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): AsyncIterable<readonly Activity[]>;
  /** The current state of an engine on a server. If omitted, the engine is always ready. */
  state?: { get(): EngineState; subscribe(listener: () => void): () => void } | undefined;
  /** Returns how many parts of the dataset these replies come from, or null if they are complete. */
  partsOf?(replies: object): Parts | null;
  /** Returns the sample from which replies of `ask` were estimated. Returns null if the replies are exact. */
  sampleOf?(replies: object): Sample | null;
  /** Returns the version of the dataset. If omitted, the caller computes the version from all activities. */
  version?: ((key: string, signal?: AbortSignal) => Promise<string>) | undefined;
}

export const ALL_CAPABILITIES: Capabilities = {
  sources: ['address', 'file', 'text'],
  declined: [],
  export: true,
};
