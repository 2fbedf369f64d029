import type { Activity, DatasetHead } from '../model/dataset';
import type { Problem, Unlisted } from '../model/problem';
import type { Grid, Reading, ReadTable } from '../model/reading';
import type { Records } from '../model/records';
import type { Raw } from './document/fields';
import type { ImageAt } from './document/known';
import type { FileStart } from './input/file-start';
import type { Packed } from './packed/packer';
import type { Spool } from './packed/spool';
import type { ExtraSection } from './packed/write';

/** A file format (“form”) that can be opened. */
export interface ImportForm {
  id: string;
  /** Returns whether a file that begins like this has this form. Returns `more` if more bytes are needed to decide. */
  sniff(start: FileStart): 'yes' | 'no' | 'more';
  /** Reads a dataset. Throws `OpenFailure` if the file can't be opened at all. */
  read(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<OpenedRecords>;
}

export interface ReadOptions {
  /** The maximum number of problems listed. Further problems are only counted. */
  maxProblems?: number;
  /** The name or address of the file. It becomes the title of a dataset without a title. */
  name?: string;
  /** How a table is read. If omitted, a reading is proposed from the content. */
  reading?: Reading;
  /** The rows of a file that are the table. Only used if `reading` is omitted. */
  grid?: Grid;
  /** Earlier readings. If one of them has the same table header, its roles replace the proposed roles. */
  remembered?: readonly Reading[];
  /**
   * Whether a table of several columns may have no column of dates. Its activities then have no date. By default, opening
   * such a table fails.
   */
  canLackDates?: boolean;
  /** Decides which images may be shown. If omitted, all relative and web addresses are kept. */
  imageAt?: ImageAt;
  /** Stores the texts of a dataset that is read activity by activity. If omitted, texts are stored in memory. */
  spool?: Spool;
}

export interface OpenedRecords {
  /** The root object as it is in the file, without activities. */
  root: Raw;
  records: Records;
  problems: readonly Problem[];
  /** The numbers of problems that are not listed. */
  unlisted: Unlisted;
  /** The same dataset in packed form in memory. Only set if reading the file produced it. */
  packed?: Packed;
  reading?: Reading;
  /** Returns what was found in the columns of a table. */
  facts?: () => Omit<ReadTable, 'reading'>;
  /** Reads the same table in another way. Returns null if the file itself must be read again. */
  reread?: (options: ReadOptions) => OpenedRecords | null;
}

/** First comes one head, then activities in any order, then one end. */
export type DatasetPart =
  | { kind: 'head'; root: Raw; head: DatasetHead }
  | { kind: 'activities'; activities: readonly Activity[] }
  | { kind: 'end'; problems: readonly Problem[]; unlisted: Unlisted };

/** A file format (“form”) that can be written. */
export interface ExportForm {
  id: string;
  extension: `.${string}`;
  mediaType: string;
  write(dataset: DatasetToWrite, options?: WriteOptions): AsyncGenerator<string | Uint8Array, void>;
}

export interface DatasetToWrite {
  root: Raw;
  head: DatasetHead;
  /** Batches of activities, in the order in which they are written. They are iterated over only once. */
  activities: AsyncIterable<readonly Activity[]> | Iterable<readonly Activity[]>;
  /** The same activities in packed form. Only set if reading the dataset produced it. */
  packed?: Packed;
}

export interface WriteOptions {
  /** Stores texts until they can be written. Needed by forms that need all activities before the first byte. */
  spool?: Spool;
  /** Makes the index of words for a packed file. */
  indexWords?: (packed: Packed) => readonly ExtraSection[];
}
