import type { Activity, DatasetHead } from '../model/dataset';
import type { Problem } from '../model/problem';
import type { Grid, Reading, ReadTable } from '../model/reading';
import type { Records } from '../model/records';
import type { Raw } from './document/fields';
import type { ImageAt } from './document/read-activity';
import type { FileStart } from './input/file-start';
import type { Packed } from './packed/packer';
import type { Spool } from './packed/spool';
import type { ExtraSection } from './packed/write';

/** A file format (“form”) in which a dataset can be opened. */
export interface ImportForm {
  id: string;
  /** Returns whether a file with this start has this form, or `more` if more bytes are needed to decide. */
  sniff(start: FileStart): 'yes' | 'no' | 'more';
  /** Reads a dataset. Throws `OpenFailure` if the file can't be opened at all. */
  read(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<OpenedRecords>;
}

export interface ReadOptions {
  /** The maximum number of problems listed. Further problems are only counted. */
  maxProblems?: number;
  /** The name or address of the file, for the title of a dataset that has none. */
  name?: string;
  /**
   * How a table is read: the roles of its columns and the rules for its dates. If absent, a reading is proposed from
   * the content.
   */
  reading?: Reading;
  /** Which rows of a file are the table, if no reading is given. The roles and the rules for dates are proposed. */
  grid?: Grid;
  /** Earlier readings. If one of them is for a table with the same header, its roles replace the proposed ones. */
  remembered?: readonly Reading[];
  /** Says which images may be shown. If absent, all web addresses and relative addresses are kept. */
  imageAt?: ImageAt;
  /** Stores the texts of a dataset that is read activity by activity. Texts are stored in memory by default. */
  spool?: Spool;
}

/** An opened dataset, with the problems of its file. */
export interface OpenedRecords {
  /** The root object as it is in the file, without activities. */
  root: Raw;
  records: Records;
  problems: readonly Problem[];
  /** The number of problems that are not listed. */
  moreProblems: number;
  /** The same dataset in packed form in memory, if reading the file produced it. */
  packed?: Packed;
  /** How the file was read, if it is a table. */
  reading?: Reading;
  /** Returns what was found in the columns of a table. */
  facts?: () => Omit<ReadTable, 'reading'>;
  /** Reads the same table in another way. Returns null if the file must be read again for this. */
  reread?: (options: ReadOptions) => OpenedRecords | null;
}

/**
 * A part of a dataset that is read activity by activity: first one head, then activities in any order, last one end.
 */
export type DatasetPart =
  | { kind: 'head'; root: Raw; head: DatasetHead }
  | { kind: 'activities'; activities: readonly Activity[] }
  | { kind: 'end'; problems: readonly Problem[]; moreProblems: number };

/** A file format (“form”) in which a dataset can be written. */
export interface ExportForm {
  id: string;
  /** The extension of file names in this form, with its dot. */
  extension: `.${string}`;
  mediaType: string;
  /** Yields the file piece by piece. */
  write(dataset: DatasetToWrite, options?: WriteOptions): AsyncGenerator<string | Uint8Array, void>;
}

export interface DatasetToWrite {
  /** The root object of the document, without activities. */
  root: Raw;
  head: DatasetHead;
  /** Batches of activities, in the order in which they are written. Exporting iterates over them only once. */
  activities: AsyncIterable<readonly Activity[]> | Iterable<readonly Activity[]>;
  /** The same activities in packed form, if reading the dataset produced it. */
  packed?: Packed;
}

export interface WriteOptions {
  /** Stores texts until they can be written, for forms that need all activities before they write the first byte. */
  spool?: Spool;
  /** Makes the index of words that a packed file can contain. */
  indexWords?: (packed: Packed) => readonly ExtraSection[];
}
