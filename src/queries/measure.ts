/** Runs a task and leaves a `performance.measure` of that name behind once it has succeeded. */
export async function measureSince<T>(name: string, task: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await task();
  performance.measure(name, { start, end: performance.now() });
  return value;
}
