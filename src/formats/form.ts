import type { Activity, DatasetHead } from '../model/dataset';
import type { Problem } from '../model/problem';
import type { Records } from '../model/records';
import type { Raw } from './document/fields';
import type { FileStart } from './input/file-start';
import type { Packed } from './packed/packer';
import type { Spool } from './packed/spool';
import type { ExtraSection } from './packed/write';

/** A form in which a dataset is opened. */
export interface ImportForm {
  id: string;
  /** Whether a file with this start has this form; `more` when only more bytes can tell. */
  sniff(start: FileStart): 'yes' | 'no' | 'more';
  /** Throws `OpenFailure` when the file can't be opened at all. */
  read(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<OpenedRecords>;
}

export interface ReadOptions {
  /** Problems beyond this number are counted and not listed. */
  maxProblems?: number;
  /** Keeps the texts of forms that are read activity by activity. The default is memory. */
  spool?: Spool;
}

/** A dataset and what was wrong with its file. */
export interface OpenedRecords {
  /** The root object as it was found, without its activities. */
  root: Raw;
  records: Records;
  problems: readonly Problem[];
  /** The number of problems that are not listed. */
  moreProblems: number;
  /** The same dataset in memory in packed form, if reading produced it. */
  packed?: Packed;
}

/** What the reader of a form yields that is read activity by activity: one head, activities in any order, one end. */
export type DatasetPart =
  | { kind: 'head'; root: Raw; head: DatasetHead }
  | { kind: 'activities'; activities: readonly Activity[] }
  | { kind: 'end'; problems: readonly Problem[]; moreProblems: number };

/** A form in which a dataset is written. */
export interface ExportForm {
  id: string;
  /** The end of a file's name, with its dot. */
  extension: `.${string}`;
  mediaType: string;
  /** The file from its first piece to its last. */
  write(dataset: DatasetToWrite, options?: WriteOptions): AsyncGenerator<string | Uint8Array, void>;
}

export interface DatasetToWrite {
  /** The root object of the document, without activities. */
  root: Raw;
  head: DatasetHead;
  /** Batches of activities, read once and in this order. */
  activities: AsyncIterable<readonly Activity[]> | Iterable<readonly Activity[]>;
  /** The same activities packed, if they are already. */
  packed?: Packed;
}

export interface WriteOptions {
  /** Keeps texts until they are written, where a form needs all activities before it can begin. */
  spool?: Spool;
  /** Makes the index of words that the packed form can carry. */
  indexWords?: (packed: Packed) => readonly ExtraSection[];
}
