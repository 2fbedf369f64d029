import type { DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Image, Place, Text } from './dataset';
import type { TextLoss } from './text-loss';

/**
 * The tags of one facet. The values of the activity at position p are `values[offsets[p]]` up to, not including,
 * `values[offsets[p + 1]]`.
 */
export interface TagColumn {
  offsets: Uint32Array;
  /** Indices in the facet's list of values. */
  values: Uint16Array | Uint32Array;
}

/** An index of the words in the dataset, stored in its file: section name → bytes. */
export type WordIndex = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The texts by which rows can be sorted. */
export type RowText = 'title' | 'place';

/** The part of an activity that is used by lists, marks and the search. */
export interface StoredRow extends DaySpan {
  id: string;
  /** The EDTF text of the date. */
  date: string;
  title: Text;
  short?: Text;
  summary?: Text;
  /**
   * Other texts that the search reads: the note on the date, the note on the source, and the values of fields
   * (`notesOf`).
   */
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
  /** A bit set. Bit p is set if the date of the activity at position p is not exactly known. */
  inexact: Uint32Array;
  /** Facet id → tags. */
  tags: ReadonlyMap<string, TagColumn>;
  /**
   * Returns the part of the activity at `position` that lists and marks need, with the summary. The activity's text must
   * be loaded.
   */
  rowAt(position: number): StoredRow;
  /** Returns one text of an activity. The activity's text must be loaded. */
  textAt(position: number, field: RowText): Text | undefined;
  /** Returns the complete activity. The activity's text must be loaded. */
  activityAt(position: number): Activity;
  idAt(position: number): string;
  /** Returns the position of the activity with an id or former id. Returns undefined if there is none. */
  positionOf(id: string): number | undefined;
  /** Returns whether the text of the activity at `position` is loaded. */
  hasText(position: number): boolean;
  /**
   * Waits until the text of these positions is loaded. Returns null instead of a promise if there is nothing to wait
   * for.
   */
  ready(positions: readonly number[]): Promise<void> | null;
  /** Waits until all text is loaded. Returns null instead of a promise if there is nothing to wait for. */
  whole(): Promise<void> | null;
  /** Says which text could not be loaded so far. Returns null if no text is lost. */
  textLoss(): TextLoss | null;
  /** Loads the word index from the dataset's file. Resolves to null if the file has none or has one for another text. */
  wordIndex(): Promise<WordIndex | null>;
}
