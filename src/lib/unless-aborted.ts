/** What a promise comes to, for as long as somebody wants it: rejects with the signal's reason once that is aborted. */
export async function unlessAborted<T>(promise: Promise<T> | null, signal?: AbortSignal): Promise<T | null> {
  if (!promise || !signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
