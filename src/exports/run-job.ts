import { activateLanguage, chooseLanguage } from '../i18n/catalogue';
import { toolsFor } from '../i18n/text-tools';
import type { Activity, DatasetHead } from '../model/dataset';
import { type About, type AnswerFormId, NO_OMISSIONS, type Omissions } from './answer-form';
import type { PictureFacts } from './picture/picture-facts';

/**
 * The task of an export: to write activities to a file, to write the whole dataset to a file, or to compute the
 * dataset's version. A job is plain data, so that it can be sent to a worker.
 */
export type ExportJob =
  | {
      kind: 'file';
      form: AnswerFormId;
      head: DatasetHead;
      about: About;
      language: string;
      fileName?: string;
      picture?: PictureFacts;
    }
  | { kind: 'dataset'; head: DatasetHead }
  | { kind: 'version'; head: DatasetHead };

/** In characters or bytes. Longer parts become blobs, which browsers store outside the page's memory. */
const PART_LENGTH = 1 << 20;

export type ExportResult =
  | { kind: 'file'; file: Blob; extension: string; omissions: Omissions }
  | { kind: 'version'; version: string };

/** Thrown when the view has more activities than a form can contain. */
export class TooManyActivities extends Error {
  constructor(
    readonly form: AnswerFormId,
    readonly max: number,
  ) {
    super(`${form} holds up to ${max} activities`);
  }
}

/** Thrown when the file states another number of activities, for example after a part stopped answering. */
class CountChanged extends Error {}

/**
 * Carries out a job in the calling thread. Rejects with `TooManyActivities` before it reads any activity, and with
 * `CountChanged` if the number of activities differs from `about.count`.
 */
export async function runExportJob(
  job: ExportJob,
  activities: AsyncIterable<readonly Activity[]>,
): Promise<ExportResult> {
  if (job.kind === 'version') {
    const { contentVersion } = await import('./content-version');
    return { kind: 'version', version: await contentVersion(job.head, activities) };
  }
  if (job.kind === 'dataset') {
    const { wholeRecord } = await import('./whole-record');
    const file = await wholeRecord(job.head, activities);
    return { kind: 'file', file, extension: '.json', omissions: NO_OMISSIONS };
  }
  const { answerForm } = await import('./registry');
  const { head, about } = job;
  const form = await answerForm(job.form);
  if (form.max !== undefined && about.count > form.max) throw new TooManyActivities(job.form, form.max);
  const tools = toolsFor(await activateLanguage(chooseLanguage([job.language])), head.language);
  const { fileName, picture } = job;
  const pieces = form.write({
    head,
    about,
    tools,
    activities: exactly(about.count, activities),
    ...(fileName && { fileName }),
    ...(picture && { picture }),
  });
  const made: Blob[] = [];
  let waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) {
      const file = new Blob([...made, ...waiting], { type: form.mediaType });
      return { kind: 'file', file, extension: form.extension, omissions: value };
    }
    waiting.push(value);
    length += value.length;
    if (length < PART_LENGTH) continue;
    made.push(new Blob(waiting));
    [waiting, length] = [[], 0];
  }
}

/** Yields the batches. Throws `CountChanged` at the end if they do not have `count` activities together. */
async function* exactly(
  count: number,
  batches: AsyncIterable<readonly Activity[]>,
): AsyncGenerator<readonly Activity[], void> {
  let found = 0;
  for await (const batch of batches) {
    found += batch.length;
    yield batch;
  }
  if (found !== count) throw new CountChanged(`${found} activities instead of ${count}`);
}
