import type { TextTools } from '../i18n/text-tools';
import type { Activity, DatasetHead } from '../model/dataset';
import type { AnsweredParts } from '../model/wants';
import type { PictureFacts } from './picture/picture-facts';

export type AnswerFormId = 'csv' | 'csvw' | 'xlsx' | 'json' | 'calendar' | 'markdown' | 'text' | 'svg' | 'zip';

/** A file format (“form”) for the activities of a view, for people and other programs. */
export interface AnswerForm {
  id: AnswerFormId;
  extension: `.${string}`;
  mediaType: string;
  max?: number;
  /** Yields the file and returns what it lacks. Uses neither page nor file system, as it also runs in a worker. */
  write(answer: AnswerToWrite): AsyncGenerator<string | Uint8Array<ArrayBuffer>, Omissions>;
}

/** The numbers of activities and texts that a file leaves out or cuts, because its form can't contain them. */
export interface Omissions {
  activities: number;
  cutTexts: number;
}

export const NO_OMISSIONS: Omissions = { activities: 0, cutTexts: 0 };

export interface AnswerToWrite {
  head: DatasetHead;
  about: About;
  tools: TextTools;
  /** The name of the file without its extension. The CSVW metadata refer to the CSV file by this name. */
  fileName?: string;
  /** The marks, lanes and counts of a picture. Forms that are pictures do not read `activities`. */
  picture?: PictureFacts;
  /** Batches of activities in the order of the view. They can be read only once. */
  activities: AsyncIterable<readonly Activity[]>;
}

/** The facts that an export states about itself, in the reader's language, as plain data. */
export interface About {
  sentence: string;
  /** One line for each filter: `Programme: GLO.ACT`. */
  filters: readonly string[];
  /** The absolute address of the view. Null if the view has no address, as on the command line. */
  link: string | null;
  count: number;
  total: number;
  /** Only present if a part of the dataset did not answer, so that its activities are missing. */
  parts?: AnsweredParts;
  /** `updated` of the dataset and the start of its content hash: `2026-11-30.3f2a91c0de`. */
  version: string;
  /** The day of the export, as an ISO day. */
  taken: string;
  /** The first and last day of the dataset, as ISO days. Null if it has no known days. */
  extent: { from: string; to: string } | null;
}
