import type { DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Place, Text } from './dataset';
import type { TextLoss } from './text-loss';

/**
 * The tags of one facet: position p has the values from `values[offsets[p]]` up to, not including, `values[offsets[p +
 * 1]]`.
 */
export interface TagColumn {
  offsets: Uint32Array;
  /** Indices of the facet's values. */
  values: Uint16Array | Uint32Array;
}

/** A stored index of the dataset's words: section name → bytes. */
export type WordIndex = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The texts that rows can be sorted by. */
export type RowText = 'title' | 'place';

/** The part of an activity that lists, marks and the search read. */
export interface StoredRow extends DaySpan {
  id: string;
  /** The EDTF text of the date. */
  date: string;
  title: Text;
  short?: Text;
  summary?: Text;
  /** What is searched besides: why a date is partial, and the note on the source. */
  notes?: readonly Text[];
  tags: Readonly<Record<string, readonly string[]>>;
  place?: Place;
}

/**
 * A dataset as columns by position, sorted by earliest day, latest day, clock time and id. Texts are stored separately
 * and decoded only for shown activities.
 */
export interface Records {
  head: DatasetHead;
  size: number;
  earliest: Int32Array;
  latest: Int32Array;
  /** A bit set: the date of position p is not exactly known. */
  inexact: Uint32Array;
  /** By facet id. */
  tags: ReadonlyMap<string, TagColumn>;
  /** Returns the activity for lists and marks, with its summary. Its text must be loaded. */
  rowAt(position: number): StoredRow;
  /** Returns one text of an activity. Its text must be loaded. */
  textAt(position: number, field: RowText): Text | undefined;
  /** Returns the complete activity. Its text must be loaded. */
  activityAt(position: number): Activity;
  idAt(position: number): string;
  /** Looks up an id or a former id. */
  positionOf(id: string): number | undefined;
  /** Returns whether the text of a position is loaded. */
  hasText(position: number): boolean;
  /** Waits until the text of these positions is loaded; null if it is. */
  ready(positions: readonly number[]): Promise<void> | null;
  /** Waits until all text is loaded; null if it is. */
  whole(): Promise<void> | null;
  /** Returns the text known to be lost so far. */
  textLoss(): TextLoss | null;
  /** Resolves to the stored word index once it is loaded; null if there is none or it is not trustworthy. */
  wordIndex(): Promise<WordIndex | null>;
}
