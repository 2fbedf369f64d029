/** Runs a task and leaves a `performance.measure` of that name behind once it has succeeded. */
export async function measureSince<T>(name: string, task: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await task();
  performance.measure(name, { start, end: performance.now() });
  return value;
}

const OPENING = 'chronofacet:opening';

/** Notes that a dataset begins to load. */
export function markOpening(): void {
  performance.clearMarks(OPENING);
  performance.mark(OPENING);
}

/** Leaves `chronofacet:load` behind with the first answer after an opening: from the fetch to that answer. */
export function measureOpened(): void {
  if (performance.getEntriesByName(OPENING).length === 0) return;
  performance.measure('chronofacet:load', OPENING);
  performance.clearMarks(OPENING);
}
