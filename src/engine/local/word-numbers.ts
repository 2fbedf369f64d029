import { WordCutter } from '../../lib/word-cutter';
import type { Vocabulary } from './vocabulary';
import { withCapacity } from './with-capacity';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const HEADER_UNITS = 2;

/**
 * Numbers words from 0 in the order in which they first occur. All data of a word is in one place, because memory
 * access takes most of the time.
 */
export class WordNumbers {
  count = 0;
  private readonly cutter = new WordCutter();
  /** For each word: its number as two 16-bit halves, its letters, and a zero. */
  private entries = new Uint16Array(4096);
  private end = 0;
  /** A hash table. A slot has 1 + the index at which an entry starts, or 0 if it is free. */
  private slots = new Uint32Array(1024);

  read(text: string, visit: (word: number) => void): void {
    this.cutter.cut(text);
    const { units, end } = this.cutter;
    let start = 0;
    let hash = FNV_OFFSET;
    for (let i = 0; i < end; i += 1) {
      const unit = units[i] ?? 0;
      if (unit !== 0) {
        hash = hashed(hash, unit);
      } else {
        visit(this.numberOf(units, start, i, hash));
        start = i + 1;
        hash = FNV_OFFSET;
      }
    }
  }

  /** Returns all words so far, in the order of their numbers. */
  vocabulary(): Vocabulary {
    const { entries } = this;
    const letters = new Uint16Array(this.end);
    const ends = new Uint32Array(this.count);
    let end = 0;
    let at = HEADER_UNITS;
    for (let word = 0; word < this.count; word += 1) {
      for (; entries[at] !== 0; at += 1) {
        letters[end] = entries[at] ?? 0;
        end += 1;
      }
      ends[word] = end;
      at += 1 + HEADER_UNITS;
    }
    return { letters: letters.slice(0, end), ends };
  }

  private numberOf(units: Uint16Array, start: number, end: number, hash: number): number {
    const { slots, entries } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot] ?? 0; taken !== 0; taken = slots[slot] ?? 0) {
      if (areSame(entries, taken - 1 + HEADER_UNITS, units, start)) {
        return (entries[taken - 1] ?? 0) + (entries[taken] ?? 0) * 0x10000;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.end + 1;
    this.append(units, start, end);
    if (this.count * 2 > slots.length) this.growTable();
    return this.count - 1;
  }

  private append(units: Uint16Array, start: number, end: number): void {
    const past = this.end + HEADER_UNITS + end - start + 1;
    if (past > this.entries.length) this.entries = withCapacity(this.entries, past);
    const { entries } = this;
    entries[this.end] = this.count;
    entries[this.end + 1] = this.count >>> 16;
    for (let i = start; i <= end; i += 1) entries[this.end + HEADER_UNITS + i - start] = units[i] ?? 0;
    this.end = past;
    this.count += 1;
  }

  private growTable(): void {
    const { entries } = this;
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let start = 0; start < this.end; ) {
      let hash = FNV_OFFSET;
      let at = start + HEADER_UNITS;
      for (; entries[at] !== 0; at += 1) hash = hashed(hash, entries[at] ?? 0);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = start + 1;
      start = at + 1;
    }
    this.slots = slots;
  }
}

function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

function areSame(one: Uint16Array, at: number, other: Uint16Array, start: number): boolean {
  for (let i = 0; ; i += 1) {
    if (one[at + i] !== other[start + i]) return false;
    if (other[start + i] === 0) return true;
  }
}
