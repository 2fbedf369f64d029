import { WordCutter } from '../../lib/word-cutter';
import { grown } from './grown';
import type { Vocabulary } from './vocabulary';

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const HEAD = 2;

/**
 * Numbers words from 0 in the order in which they are first met. Reaching for memory is what takes the time here, so
 * all there is to know of a word stands in one place.
 */
export class WordNumbers {
  count = 0;
  private readonly cutter = new WordCutter();
  /** For each word its number in two halves, its letters, and a zero. */
  private records = new Uint16Array(4096);
  private end = 0;
  /** A hash table of where records start, plus one. */
  private places = new Uint32Array(1024);

  /** Calls back with the number of each word of the text, in order. */
  read(text: string, visit: (word: number) => void): void {
    this.cutter.cut(text);
    const { units, end } = this.cutter;
    let start = 0;
    let hash = SEED;
    for (let i = 0; i < end; i += 1) {
      const unit = units[i] ?? 0;
      if (unit !== 0) {
        hash = hashed(hash, unit);
      } else {
        visit(this.numberOf(units, start, i, hash));
        start = i + 1;
        hash = SEED;
      }
    }
  }

  /** The words met so far, in the order of their numbers. */
  vocabulary(): Vocabulary {
    const { records } = this;
    const letters = new Uint16Array(this.end);
    const ends = new Uint32Array(this.count);
    let end = 0;
    let at = HEAD;
    for (let word = 0; word < this.count; word += 1) {
      for (; records[at] !== 0; at += 1) {
        letters[end] = records[at] ?? 0;
        end += 1;
      }
      ends[word] = end;
      at += 1 + HEAD;
    }
    return { letters: letters.slice(0, end), ends };
  }

  private numberOf(units: Uint16Array, start: number, end: number, hash: number): number {
    const { places, records } = this;
    const mask = places.length - 1;
    let place = hash & mask;
    for (let taken = places[place] ?? 0; taken !== 0; taken = places[place] ?? 0) {
      if (areSame(records, taken - 1 + HEAD, units, start)) {
        return (records[taken - 1] ?? 0) + (records[taken] ?? 0) * 0x10000;
      }
      place = (place + 1) & mask;
    }
    places[place] = this.end + 1;
    this.keep(units, start, end);
    if (this.count * 2 > places.length) this.makeMorePlaces();
    return this.count - 1;
  }

  private keep(units: Uint16Array, start: number, end: number): void {
    const past = this.end + HEAD + end - start + 1;
    if (past > this.records.length) this.records = grown(this.records, past);
    const { records } = this;
    records[this.end] = this.count;
    records[this.end + 1] = this.count >>> 16;
    for (let i = start; i <= end; i += 1) records[this.end + HEAD + i - start] = units[i] ?? 0;
    this.end = past;
    this.count += 1;
  }

  private makeMorePlaces(): void {
    const { records } = this;
    const places = new Uint32Array(this.places.length * 2);
    const mask = places.length - 1;
    for (let start = 0; start < this.end; ) {
      let hash = SEED;
      let at = start + HEAD;
      for (; records[at] !== 0; at += 1) hash = hashed(hash, records[at] ?? 0);
      let place = hash & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = start + 1;
      start = at + 1;
    }
    this.places = places;
  }
}

/** FNV-1a. */
function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Both end in a zero. */
function areSame(one: Uint16Array, at: number, other: Uint16Array, start: number): boolean {
  for (let i = 0; ; i += 1) {
    if (one[at + i] !== other[start + i]) return false;
    if (other[start + i] === 0) return true;
  }
}
