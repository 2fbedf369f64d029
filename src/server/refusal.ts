import { ClickHouseError } from '../engine/clickhouse/errors';
import type { ErrorCode } from '../engine/remote/api';
import { OpenFailure } from '../model/problem';
import type { Log } from './log';
import { BadQuestion } from './read-question';
import { TooSlow } from './replies';
import { Busy } from './slots';

/** An error that becomes the server's reply, with its HTTP status and message. */
export class Refusal extends Error {
  readonly status: 400 | 404 | 409 | 413 | 429 | 503;
  readonly code: ErrorCode | 'notFound';
  readonly retryAfter: number | null;
  readonly seconds: number | undefined;
  constructor(
    status: Refusal['status'],
    code: Refusal['code'],
    message: string,
    { retryAfter = null, seconds }: { retryAfter?: number | null; seconds?: number } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.seconds = seconds;
  }
}

/**
 * After the database's quota was exceeded, the page asks again after this many seconds. A quota covers a minute or
 * more, so the page may have to ask several times.
 */
const QUOTA_SECONDS = 5;

/** If the engine could not begin with a question in time, the page asks again after this many seconds. */
const BUSY_SECONDS = 2;

/** While the server opens newly loaded tables, the page asks again after this many seconds. */
const RELOADED_SECONDS = 1;

/**
 * Returns the reply that describes an error. Logs failures that are not the reader's fault. `limitMs` is the engine's
 * time limit for an answer, in milliseconds.
 */
export function refusalOf(error: unknown, limitMs: number, log: Log): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof BadQuestion) return new Refusal(400, 'badQuestion', error.message);
  if (error instanceof ClickHouseError && error.isQuota) {
    const words = 'The record’s database takes no more questions for now. Try again in a moment.';
    return new Refusal(429, 'tooMany', words, { retryAfter: QUOTA_SECONDS });
  }
  if (error instanceof TooSlow || (error instanceof ClickHouseError && error.isTooMuch)) {
    const seconds = limitMs / 1000;
    const words = `Too much for this server in ${seconds} seconds: narrow the window, or leave out filters.`;
    return new Refusal(503, 'tooSlow', words, { seconds });
  }
  if (error instanceof Busy) {
    const words = 'The server is busy with other questions. Try again in a moment.';
    return new Refusal(503, 'busy', words, { retryAfter: BUSY_SECONDS });
  }
  if (error instanceof ClickHouseError && error.isReloaded) {
    const words = 'The record is being loaded anew. Try again in a moment.';
    return new Refusal(503, 'notReady', words, { retryAfter: RELOADED_SECONDS });
  }
  const code = error instanceof OpenFailure ? error.code : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  // A request that the client has aborted is not a failure.
  if (!(error instanceof DOMException && error.name === 'AbortError')) log('error', 'failure', { code, message });
  if (code === 'datasetChanged') {
    return new Refusal(409, 'changed', 'The server has another version of the record by now. Open the page again.');
  }
  if (error instanceof ClickHouseError && error.isMissingPart) {
    const words = 'The record’s database can’t be reached at present. Try again.';
    return new Refusal(503, 'unavailable', words, { retryAfter: 2 });
  }
  // The thread of the engine may have died. The next question starts a new thread.
  if (error instanceof OpenFailure) {
    return new Refusal(503, 'unavailable', 'The record can’t be read at present. Try again.', { retryAfter: 2 });
  }
  return new Refusal(503, 'failed', 'The server could not answer this question. Its log says why.');
}
