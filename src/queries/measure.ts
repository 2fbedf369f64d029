/**
 * The maximum number of performance entries of one name. Browsers never delete entries, which measuring tools may read at
 * any time. So all entries of a name are cleared when their number reaches this maximum.
 */
const MAX_ENTRIES = 200;

function measure(name: string, options: PerformanceMeasureOptions): void {
  if (performance.getEntriesByName(name).length >= MAX_ENTRIES) performance.clearMeasures(name);
  performance.measure(name, options);
}

/** The time at which the last reply arrived. Null if none has arrived since the last call of `paintMeasure`. */
let received: number | null = null;

/** Measures `chronofacet:answer`, from sending the question to receiving the reply. */
export async function measureAnswer<T>(ask: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await ask();
  received = performance.now();
  measure('chronofacet:answer', { start, end: received });
  return answer;
}

/** Returns a function that measures `chronofacet:render`, from the last reply to the call. */
export function paintMeasure(): () => void {
  const start = received;
  received = null;
  return () => {
    if (start !== null) measure('chronofacet:render', { start, end: performance.now() });
  };
}

const OPENING = 'chronofacet:opening';

export function markOpening(): void {
  performance.clearMarks(OPENING);
  performance.mark(OPENING);
}

/** Measures `chronofacet:load`, from the start of loading a dataset to its first reply. */
export function measureOpened(): void {
  if (performance.getEntriesByName(OPENING).length === 0) return;
  measure('chronofacet:load', { start: OPENING });
  performance.clearMarks(OPENING);
}
