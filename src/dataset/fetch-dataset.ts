import { OpenFailure } from '../model/problem';

/** The text at an absolute address. Throws `OpenFailure` when it can't be had, or the signal's reason once aborted. */
export async function fetchText(address: string, signal?: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, { signal: signal ?? null, credentials: 'same-origin' });
  } catch (error) {
    signal?.throwIfAborted();
    throw new OpenFailure('unreachable', error instanceof Error ? error.message : '');
  }
  if (!response.ok) throw new OpenFailure('status', String(response.status));
  try {
    return await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw new OpenFailure('unreachable', error instanceof Error ? error.message : '');
  }
}
