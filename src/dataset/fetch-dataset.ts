import { OpenFailure } from '../model/problem';
import { chunksOf } from './byte-source';

/** A file on its way: its bytes as they come, and how many there will be where that is known. */
export interface FetchedBytes {
  bytes: AsyncIterable<Uint8Array>;
  total: number | null;
}

/** A file up to this length is taken in one piece: nobody could watch it come. */
const WHOLE = 4_000_000;

/** Fetches an absolute address. Throws `OpenFailure` when it can't be had, or the signal's reason once aborted. */
export async function fetchBytes(address: string, signal?: AbortSignal): Promise<FetchedBytes> {
  let response: Response;
  try {
    response = await fetch(address, { signal: signal ?? null, credentials: 'same-origin' });
  } catch (error) {
    throw failureOf(error, signal);
  }
  if (!response.ok) throw new OpenFailure('status', String(response.status));
  return { bytes: guarded(response, signal), total: totalOf(response.headers) };
}

async function* guarded(response: Response, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  if (!response.body) return;
  try {
    const length = totalOf(response.headers);
    if (length === null || length > WHOLE) yield* chunksOf(response.body);
    else yield new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failureOf(error, signal);
  }
}

function failureOf(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  return new OpenFailure('unreachable', error instanceof Error ? error.message : '');
}

/** A compressed answer announces its compressed length, which says nothing of the bytes that come out. */
function totalOf(headers: Headers): number | null {
  const length = Number(headers.get('content-length'));
  return headers.has('content-encoding') || !Number.isFinite(length) || length <= 0 ? null : length;
}
