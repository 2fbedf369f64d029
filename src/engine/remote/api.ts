import type { OpenDataset } from '../../model/answer';
import type { Selection } from '../../model/selection';
import type { Order, Replies, Wants } from '../../model/wants';
import type { Parts } from '../engine';

/** The question of a request to `ask`. Its canonical JSON is the query parameter `q`. */
export interface Question {
  selection: Selection;
  wants: Wants;
}

/**
 * The question of a request to `export`: the selection whose activities are sent, and their order. Its canonical JSON
 * is the query parameter `q`.
 */
export interface ExportQuestion {
  selection: Selection;
  order: Order;
}

/**
 * The reply to a request to `dataset`. All later requests name its `version`, so that all replies of a page come from
 * the same dataset.
 */
export interface DatasetReply {
  version: string;
  dataset: OpenDataset;
}

/**
 * The reply to a request to `ask`. `parts` says how many parts of a distributed dataset answered. It is null if all
 * answered.
 */
export interface AskReply {
  replies: Partial<Replies>;
  parts: Parts | null;
}

/** The reply to a request to `version`, with the version that citations name. */
export interface VersionReply {
  version: string;
}

/** The body of every reply that is not a success. */
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

/** The header with the number of activities that `export` sends. */
export const TOTAL_HEADER = 'Chronofacet-Total';

/**
 * The maximum length of a question in a URL, in characters. Longer questions are sent by POST, because many proxies
 * refuse long URLs.
 */
export const MAX_IN_ADDRESS = 6000;
