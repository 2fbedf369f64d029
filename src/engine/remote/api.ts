import type { OpenDataset } from '../../model/answer';
import type { Selection } from '../../model/selection';
import type { Order, Replies, Sample, Wants } from '../../model/wants';
import type { Parts } from '../engine';

/** The question of a request to `ask`. Its canonical JSON is the query parameter `q`. */
export interface Question {
  selection: Selection;
  wants: Wants;
}

/** The question of a request to `export`. Its canonical JSON is the query parameter `q`. */
export interface ExportQuestion {
  selection: Selection;
  order: Order;
}

/** The reply to a request to `dataset`. Later requests name its `version`, so that all replies fit together. */
export interface DatasetReply {
  version: string;
  dataset: OpenDataset;
  /** Whether the server can estimate replies from a sample; see `FIRST_PARAMETER`. */
  canSample: boolean;
}

/**
 * The reply to a request to `ask`. `parts` is null if all parts of a distributed dataset answered. `sample` is null if
 * the replies are exact.
 */
export interface AskReply {
  replies: Partial<Replies>;
  parts: Parts | null;
  sample: Sample | null;
}

export interface VersionReply {
  version: string;
}

export interface ErrorReply {
  /** `seconds` is the time limit of the server. Only errors with the code `tooSlow` have it. */
  error: { code: ErrorCode; message: string; seconds?: number };
}

/**
 * Why a request was refused.
 *
 * - `badQuestion`: the question does not follow the schema.
 * - `changed`: the server now has another version of the dataset.
 * - `tooMany`: too many requests came from one address.
 * - `notReady`: the server is still opening the dataset.
 * - `busy`: the server works on too many other questions.
 * - `tooSlow`: the answer takes longer than the server allows.
 * - `unavailable`: the data can't be read at present.
 * - `failed`: the question can't be answered, and asking again does not help.
 */
export type ErrorCode =
  | 'badQuestion'
  | 'changed'
  | 'tooMany'
  | 'notReady'
  | 'busy'
  | 'tooSlow'
  | 'unavailable'
  | 'failed';

/**
 * The parameter of `ask` with the milliseconds that the caller waits for exact replies. If they take longer, the server
 * may reply from a sample. The caller then asks again without the parameter. The server goes on with the exact replies
 * for `MAX_GAP_MS` after its first reply, so that they are not begun anew.
 */
export const FIRST_PARAMETER = 'first';
export const FIRST_MS = { minimum: 100, maximum: 60_000 };
export const MAX_GAP_MS = 3_000;

/** The header with the number of activities that `export` sends. */
export const TOTAL_HEADER = 'Chronofacet-Total';

/** Longer questions, in characters, are sent by POST, because many proxies refuse long URLs. */
export const MAX_IN_ADDRESS = 6000;
