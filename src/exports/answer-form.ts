import type { TextTools } from '../i18n/text-tools';
import type { Activity, DatasetHead } from '../model/dataset';
import type { AnsweredParts } from '../model/wants';
import type { PictureFacts } from './picture/picture-facts';

export type AnswerFormId = 'csv' | 'csvw' | 'xlsx' | 'json' | 'calendar' | 'markdown' | 'text' | 'svg' | 'zip';

/** A file format (“form”) in which the activities of a view are written, for people and other programs. */
export interface AnswerForm {
  id: AnswerFormId;
  /** The extension of file names in this form, with its dot. */
  extension: `.${string}`;
  mediaType: string;
  /** The maximum number of activities that the form can hold. */
  max?: number;
  /**
   * Yields the file piece by piece and returns what the form could not hold. The function uses neither the page nor the
   * file system, so that the page's worker and the command line can run it.
   */
  write(answer: AnswerToWrite): AsyncGenerator<string | Uint8Array<ArrayBuffer>, Omissions>;
}

/** The numbers of activities and texts that a file leaves out or cuts, because its form can't hold them. */
export interface Omissions {
  activities: number;
  cutTexts: number;
}

export const NO_OMISSIONS: Omissions = { activities: 0, cutTexts: 0 };

/** The activities of a view and everything that an export says about them. */
export interface AnswerToWrite {
  head: DatasetHead;
  about: About;
  tools: TextTools;
  /** The name of the file without its extension. The CSVW metadata refer by this name to the CSV file. */
  fileName?: string;
  /**
   * The marks, lanes and counts that a picture draws (`picture/picture-facts.ts`). Only forms that are pictures need
   * them, and these forms don't read `activities`.
   */
  picture?: PictureFacts;
  /** Batches of activities in the order of the view. They are read once. */
  activities: AsyncIterable<readonly Activity[]>;
}

/** The facts that an export states about itself, in the reader's language, as plain data. */
export interface About {
  /** The view in words. */
  sentence: string;
  /** One line for each filter: `Programme: GLO.ACT`. */
  filters: readonly string[];
  /** The absolute address of the view. Null if the view has no address, as on the command line. */
  link: string | null;
  count: number;
  /** The number of activities in the dataset. */
  total: number;
  /** Present only if a part of the dataset did not answer, so that the activities of this part are missing. */
  parts?: AnsweredParts;
  /** `updated` of the dataset and the start of its content hash: `2026-11-30.3f2a91c0de`. */
  version: string;
  /** The day on which the export is made, as an ISO day. */
  taken: string;
  /** The first and last day of the dataset, as ISO days. Null if it has no known days. */
  extent: { from: string; to: string } | null;
}
