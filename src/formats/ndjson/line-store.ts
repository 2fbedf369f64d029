import { growable } from '../../lib/growable';
import { memorySpool } from '../packed/spool';

const LINE_FEED = 10;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Keeps a text in memory as UTF-8, and returns its lines by number. */
export interface LineStore {
  append(utf8: Uint8Array): void;
  /** Returns a line without its line feed. Lines are numbered from 1. */
  lineAt(number: number): string;
}

export function createLineStore(): LineStore {
  const spool = memorySpool();
  /** The offset after each line feed. */
  const ends = growable(length => new Float64Array(length));
  let length = 0;
  return {
    append(utf8) {
      for (let at = utf8.indexOf(LINE_FEED); at >= 0; at = utf8.indexOf(LINE_FEED, at + 1)) ends.push(length + at + 1);
      spool.append(utf8);
      length += utf8.length;
    },
    lineAt(number) {
      const offsets = ends.view();
      const start = offsets[number - 2] ?? 0;
      const end = number <= offsets.length ? (offsets[number - 1] ?? 0) - 1 : length;
      const bytes = new Uint8Array(end - start);
      spool.read(start, bytes);
      return decoder.decode(bytes);
    },
  };
}
