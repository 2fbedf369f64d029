/** Starts a worker for one job. Returns null if the browser refuses at once. */
export function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
