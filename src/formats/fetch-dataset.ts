import { addressFailure, type Origins } from '../model/address';
import { OpenFailure } from '../model/problem';
import { chunksOf } from './input/byte-source';

/** A file that is being fetched. `total` is its length in bytes, or null if the server does not tell it. */
export interface FetchedBytes {
  bytes: AsyncIterable<Uint8Array>;
  total: number | null;
}

/** Smaller files, in bytes, are fetched in one piece, because they arrive too fast to show progress. */
const MAX_SINGLE_FETCH = 4_000_000;

/**
 * Fetches an absolute address. Follows redirects only to addresses within `origins`. Throws `OpenFailure` if this
 * fails, or the signal's reason after an abort.
 */
export async function fetchBytes(address: string, origins: Origins, signal?: AbortSignal): Promise<FetchedBytes> {
  const refused = addressFailure(address, origins);
  if (refused) throw refused;
  // In same-origin mode, the browser refuses redirects to other origins. In a sandboxed frame, the page's origin is
  // 'null', so this mode would refuse every address.
  const isWithin =
    new URL(address).origin === origins.own && origins.listed.length === 0 && globalThis.origin !== 'null';
  const request: RequestInit = { signal: signal ?? null, credentials: 'same-origin' };
  let response: Response;
  const policy = watchPolicy(new URL(address).origin);
  try {
    response = await fetch(address, { ...request, mode: isWithin ? 'same-origin' : 'cors' });
  } catch (error) {
    if (isWithin && (await isRedirect(address, request))) throw new OpenFailure('refusedRedirect');
    const isThereUnread = !isWithin && (await isThere(address, request));
    if (policy.isRefusing()) throw new OpenFailure('refusedPolicy', new URL(address).origin);
    if (isThereUnread) throw new OpenFailure('notShared', new URL(address).origin);
    throw failureOf(error, signal);
  } finally {
    policy.end();
  }
  if (addressFailure(response.url || address, origins)) {
    void response.body?.cancel();
    throw new OpenFailure('refusedRedirect');
  }
  if (!response.ok) throw new OpenFailure('status', String(response.status));
  return { bytes: guarded(response, signal), total: totalOf(response.headers) };
}

/** Watches for events of the content security policy, because a refused request looks like an unreachable server. */
function watchPolicy(origin: string): { isRefusing: () => boolean; end: () => void } {
  let isRefused = false;
  const note = (event: Event) => {
    const { blockedURI = '' } = event as Partial<SecurityPolicyViolationEvent>;
    if (URL.canParse(blockedURI) && new URL(blockedURI).origin === origin) isRefused = true;
  };
  globalThis.addEventListener?.('securitypolicyviolation', note);
  return {
    isRefusing: () => isRefused,
    end: () => globalThis.removeEventListener?.('securitypolicyviolation', note),
  };
}

/** Returns whether an address that could not be fetched redirects. Browsers do not reveal the target of a redirect. */
async function isRedirect(address: string, request: RequestInit): Promise<boolean> {
  try {
    const { type } = await fetch(address, { ...request, mode: 'same-origin', redirect: 'manual' });
    return type === 'opaqueredirect';
  } catch {
    return false;
  }
}

/** Returns whether a server on another origin answers, even if it forbids this page to read its answers. */
async function isThere(address: string, request: RequestInit): Promise<boolean> {
  try {
    return (await fetch(address, { ...request, mode: 'no-cors', method: 'HEAD' })).type === 'opaque';
  } catch {
    return false;
  }
}

async function* guarded(response: Response, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  if (!response.body) return;
  try {
    const length = totalOf(response.headers);
    if (length === null || length > MAX_SINGLE_FETCH) yield* chunksOf(response.body);
    else yield new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failureOf(error, signal);
  }
}

function failureOf(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  return new OpenFailure('unreachable', error instanceof Error ? error.message : '');
}

/** Returns the length of a response in bytes. Returns null if it is unknown, as for compressed responses. */
function totalOf(headers: Headers): number | null {
  const length = Number(headers.get('content-length'));
  return headers.has('content-encoding') || !Number.isFinite(length) || length <= 0 ? null : length;
}
