import { addressFailure, type Origins } from '../model/address';
import { OpenFailure } from '../model/problem';
import { chunksOf } from './input/byte-source';

/** A file on its way: its bytes as they come, and how many there will be where that is known. */
export interface FetchedBytes {
  bytes: AsyncIterable<Uint8Array>;
  total: number | null;
}

/** A file up to this length is taken in one piece: nobody could watch it come. */
const WHOLE = 4_000_000;

/**
 * Fetches an absolute address and follows its redirects, as long as they stay with `origins`. Throws `OpenFailure` when it
 * can't be had, or the signal's reason once aborted.
 */
export async function fetchBytes(address: string, origins: Origins, signal?: AbortSignal): Promise<FetchedBytes> {
  const refused = addressFailure(address, origins);
  if (refused) throw refused;
  // In this mode the browser asks no other origin, wherever a redirect of the own one leads.
  const isWithin = new URL(address).origin === origins.own && origins.listed.length === 0;
  const request: RequestInit = { signal: signal ?? null, credentials: 'same-origin' };
  let response: Response;
  try {
    response = await fetch(address, { ...request, mode: isWithin ? 'same-origin' : 'cors' });
  } catch (error) {
    if (isWithin && (await isRedirect(address, request))) throw new OpenFailure('refusedRedirect');
    throw failureOf(error, signal);
  }
  if (addressFailure(response.url || address, origins)) {
    void response.body?.cancel();
    throw new OpenFailure('refusedRedirect');
  }
  if (!response.ok) throw new OpenFailure('status', String(response.status));
  return { bytes: guarded(response, signal), total: totalOf(response.headers) };
}

/** Whether an address that failed leads on to another one; where to, no browser tells. */
async function isRedirect(address: string, request: RequestInit): Promise<boolean> {
  try {
    const { type } = await fetch(address, { ...request, mode: 'same-origin', redirect: 'manual' });
    return type === 'opaqueredirect';
  } catch {
    return false;
  }
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
