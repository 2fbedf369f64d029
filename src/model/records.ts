import type { DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Image, Place, Text } from './dataset';
import type { TextLoss } from './text-loss';

/** The values of the activity at position p are `values[offsets[p]]` to before `values[offsets[p + 1]]`. */
export interface TagColumn {
  offsets: Uint32Array;
  values: Uint16Array | Uint32Array;
}

/** An index of the words in the dataset, as it is stored in the file. It maps names of sections to bytes. */
export type WordIndex = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export type RowText = 'title' | 'place';

/** The part of an activity that lists, marks and the search use. */
export interface StoredRow extends DaySpan {
  id: string;
  date: string;
  title: Text;
  short?: Text;
  summary?: Text;
  /** Other texts that the search reads, as `notesOf` returns them: notes on date and source, and values of fields. */
  notes?: readonly Text[];
  tags: Readonly<Record<string, readonly string[]>>;
  place?: Place;
  image?: Image;
}

/**
 * A dataset as one array per field. A position is the index of an activity, sorted by earliest day, latest day, clock
 * time and id. Texts are stored separately and decoded only for shown activities.
 */
export interface Records {
  head: DatasetHead;
  size: number;
  earliest: Int32Array;
  latest: Int32Array;
  /** Bits by position. A bit is set if the date of the activity is not exactly known. */
  inexact: Uint32Array;
  tags: ReadonlyMap<string, TagColumn>;
  /** Returns the part of the activity that lists and marks need. Its text must be loaded. */
  rowAt(position: number): StoredRow;
  /** Returns one text of the activity. It must be loaded. */
  textAt(position: number, field: RowText): Text | undefined;
  /** Returns the complete activity. Its text must be loaded. */
  activityAt(position: number): Activity;
  idAt(position: number): string;
  /** Returns the position of the activity with an id or former id, or undefined if there is none. */
  positionOf(id: string): number | undefined;
  hasText(position: number): boolean;
  /** Waits until the text of these positions is loaded. Returns null if it already is. */
  ready(positions: readonly number[]): Promise<void> | null;
  /** Waits until all text is loaded. Returns null if it already is. */
  whole(): Promise<void> | null;
  /** Returns which text could not be loaded so far, or null if no text is lost. */
  textLoss(): TextLoss | null;
  /** Loads the word index from the dataset's file. Resolves to null if the file has none, or one for another text. */
  wordIndex(): Promise<WordIndex | null>;
}
