import type { ActivityRow } from './answer';
import type { Activity, DatasetHead, Text } from './dataset';
import type { TextLoss } from './text-loss';

/** One facet's own tags of every activity: `values[offsets[p]]` … up to `offsets[p + 1]` are those of position p. */
export interface TagColumn {
  offsets: Uint32Array;
  /** Positions of values in the facet. */
  values: Uint16Array | Uint32Array;
}

/** An index of the words of some records, as it came with them: the bytes of its parts by name. */
export type WordIndex = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The texts that rows are put in order by: the title, and the name of the place. */
export type RowText = 'title' | 'place';

/**
 * A dataset as the engine indexes it: columns by position, in the order of earliest day, latest day, clock time and id; text apart,
 * read only for what is shown.
 */
export interface Records {
  head: DatasetHead;
  size: number;
  earliest: Int32Array;
  latest: Int32Array;
  /** Bit p of word p >>> 5: the day of position p is not exactly known. */
  inexact: Uint32Array;
  /** Facet id → its tags. */
  tags: ReadonlyMap<string, TagColumn>;
  /** The activity as lists and marks show it, with its summary; only once its text has come. */
  rowAt(position: number): ActivityRow;
  /** One text of the row, without the rest; only once it has come. */
  textAt(position: number, field: RowText): Text | undefined;
  /** The whole activity; only once its text has come. */
  activityAt(position: number): Activity;
  idAt(position: number): string;
  /** Of an id or a former id. */
  positionOf(id: string): number | undefined;
  /** Whether the text of a position has come. */
  hasText(position: number): boolean;
  /** Waits until the text of these positions is there; null when it is there already. */
  ready(positions: readonly number[]): Promise<void> | null;
  /** Waits until all text is there; null when it is. */
  whole(): Promise<void> | null;
  /** What text is lost, as far as is known yet. */
  textLoss(): TextLoss | null;
  /** The index of the words, once it has come; null where none came that can be trusted. */
  wordIndex(): Promise<WordIndex | null>;
}
