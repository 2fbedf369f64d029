import type { OpenDataset } from '../../model/answer';
import type { Selection } from '../../model/selection';
import type { Order, Replies, Wants } from '../../model/wants';
import type { Parts } from '../engine';

/** A question to `ask`. Its canonical JSON is the parameter `q`. */
export interface Question {
  selection: Selection;
  wants: Wants;
}

/** The activities that `export` sends. Its canonical JSON is the parameter `q`. */
export interface ExportQuestion {
  selection: Selection;
  order: Order;
}

/**
 * The reply of `dataset`. The other requests name `version`, so that all replies of a page come from the same dataset.
 */
export interface DatasetReply {
  version: string;
  dataset: OpenDataset;
}

/** The reply of `ask`. `parts` is null if every part of the dataset has answered. */
export interface AskReply {
  replies: Partial<Replies>;
  parts: Parts | null;
}

/** The reply of `version`: the version that citations name. */
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
 * - `tooSlow`: the answer takes longer than the server allows.
 * - `unavailable`: the data can't be read at present.
 * - `failed`: the question can't be answered, and asking again does not help.
 */
export type ErrorCode = 'badQuestion' | 'changed' | 'tooMany' | 'notReady' | 'tooSlow' | 'unavailable' | 'failed';

/** The header with the number of activities that `export` sends. */
export const TOTAL_HEADER = 'Chronofacet-Total';

/**
 * The maximum length of a question in a URL, in characters. Longer questions are sent by POST, because many proxies
 * refuse long URLs.
 */
export const MAX_IN_ADDRESS = 6000;
