/** The browser keeps every entry until it is cleared; a long session would pile them up. */
const MAX_ENTRIES = 200;

function measure(name: string, options: PerformanceMeasureOptions): void {
  if (performance.getEntriesByName(name).length >= MAX_ENTRIES) performance.clearMeasures(name);
  performance.measure(name, options);
}

/** When the answer arrived that is not rendered yet. */
let received: number | null = null;

/** Asks, and leaves `chronofacet:answer` behind when the answer is there: from the question sent to its answer received. */
export async function measureAnswer<T>(ask: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await ask();
  received = performance.now();
  measure('chronofacet:answer', { start, end: received });
  return answer;
}

/** For the answer received last: what leaves `chronofacet:render` behind, to be called once that answer is painted. */
export function paintMeasure(): () => void {
  const start = received;
  received = null;
  return () => {
    if (start !== null) measure('chronofacet:render', { start, end: performance.now() });
  };
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
  measure('chronofacet:load', { start: OPENING });
  performance.clearMarks(OPENING);
}
