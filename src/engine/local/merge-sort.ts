import type { Steps } from './slices';

/** The number of items that are sorted without a pause. It is small enough not to block the thread noticeably. */
const RUN_LENGTH = 1024;

/** Returns the items in order. The sort is stable, and each yield is a pause. */
export function* mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += RUN_LENGTH) {
    runs.push(items.slice(start, start + RUN_LENGTH).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(yield* mergeTwo(runs[i] ?? [], runs[i + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeTwo<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  const ones = one.values();
  let first = ones.next();
  for (const item of other) {
    for (; !first.done && compare(first.value, item) <= 0; first = ones.next()) merged.push(first.value);
    merged.push(item);
    if (merged.length % RUN_LENGTH === 0) yield;
  }
  for (; !first.done; first = ones.next()) merged.push(first.value);
  return merged;
}
