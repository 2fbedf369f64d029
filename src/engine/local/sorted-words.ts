import type { Steps } from './slices';
import { startOf, type Vocabulary } from './vocabulary';

const INSERTION_SORT_MAX = 12;

/**
 * Returns the indices of the words, sorted by UTF-16 units. Compares the first unit of all words, then the next
 * (three-way radix quicksort). Comparing whole words would be slower and could not be paused. Each yield is a pause.
 */
export function* sortedWords(words: Vocabulary): Steps<Uint32Array> {
  const order = Uint32Array.from(words.ends.keys());
  const waiting = [{ start: 0, end: order.length, depth: 0 }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { start, end, depth } = part;
    if (end - start <= INSERTION_SORT_MAX) {
      insertionSort(words, order, start, end, depth);
      continue;
    }
    const pivot = unitAt(words, order[(start + end) >>> 1] ?? 0, depth);
    const [low, high] = partition(words, order, start, end, depth, pivot);
    waiting.push({ start, end: low, depth }, { start: high, end, depth });
    if (pivot >= 0) waiting.push({ start: low, end: high, depth: depth + 1 });
    yield;
  }
  return order;
}

/**
 * Partitions a range of words by their unit at `depth`: smaller than the pivot, equal, greater. Returns the range
 * `[low, high)` of the words whose unit equals the pivot.
 */
function partition(
  words: Vocabulary,
  order: Uint32Array,
  start: number,
  end: number,
  depth: number,
  pivot: number,
): [number, number] {
  let low = start;
  let high = end;
  for (let i = start; i < high; ) {
    const unit = unitAt(words, order[i] ?? 0, depth);
    if (unit > pivot) {
      high -= 1;
      swap(order, i, high);
    } else {
      if (unit < pivot) {
        swap(order, i, low);
        low += 1;
      }
      i += 1;
    }
  }
  return [low, high];
}

function insertionSort(words: Vocabulary, order: Uint32Array, start: number, end: number, depth: number): void {
  for (let i = start + 1; i < end; i += 1) {
    for (let at = i; at > start && isBefore(words, order[at] ?? 0, order[at - 1] ?? 0, depth); at -= 1) {
      swap(order, at, at - 1);
    }
  }
}

function isBefore(words: Vocabulary, one: number, other: number, depth: number): boolean {
  for (let i = depth; ; i += 1) {
    const unit = unitAt(words, one, i);
    const order = unit - unitAt(words, other, i);
    if (order !== 0 || unit < 0) return order < 0;
  }
}

/** Returns the unit of a word at index `depth`. After its end returns -1, which sorts before every unit. */
function unitAt(words: Vocabulary, word: number, depth: number): number {
  const at = startOf(words, word) + depth;
  return at < (words.ends[word] ?? 0) ? (words.letters[at] ?? 0) : -1;
}

function swap(order: Uint32Array, one: number, other: number): void {
  const first = order[one] ?? 0;
  order[one] = order[other] ?? 0;
  order[other] = first;
}
