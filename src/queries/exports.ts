import { CancelledError, queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { About, AnswerFormId } from '../exports/answer-form';
import { type AskEngine, type PictureFacts, pictureFacts } from '../exports/picture/picture-facts';
import type { ExportResult } from '../exports/run-job';
import { exportInWorker } from '../exports/worker/client';
import type { WholeActivity } from '../model/answer';
import type { Activity } from '../model/dataset';
import type { Progress } from '../model/progress';
import { type Selection, WHOLE } from '../model/selection';
import { selectionOf } from '../model/selection-of';
import type { View } from '../model/view';
import type { Order } from '../model/wants';
import type { Answering } from './replies';

/** The activities to export: those of a selection, or a list that the page already has. */
export type Exported = { selection: Selection; order: Order } | { activities: readonly Activity[] };

/** The subject of a picture: a whole view or, if `activity` is not null, only this activity. */
export interface Pictured {
  view: View;
  activity: WholeActivity | null;
}

/** A file to write. `aboutOf` takes the version of the dataset and returns the metadata for the file. */
export interface FileToWrite {
  form: AnswerFormId;
  exported: Exported;
  pictured: Pictured;
  aboutOf: (version: string) => About;
  language: string;
  fileName: string;
}

export type WrittenFile = Extract<ExportResult, { kind: 'file' }>;

function progressKey({ open }: Answering) {
  return ['exportProgress', open.key] as const;
}

/** The query for the version of the dataset. May have to read all activities, but only once per opened dataset. */
export function versionOptions(answering: Answering) {
  const { engine, open } = answering;
  return queryOptions<string, Error>({
    queryKey: ['version', open.key],
    queryFn: async ({ signal, client }) => {
      if (engine.version) return engine.version(open.key, signal);
      // A file that waits for the version is written afterwards. So reading for the version is only half of the work.
      const activities = engine.export(open.key, WHOLE, 'date', signal, progress =>
        client.setQueryData(progressKey(answering), partOf(progress, 0, 2)),
      );
      const result = await exportInWorker({ kind: 'version', head: open.head }, activities, signal);
      return result.kind === 'version' ? result.version : '';
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Returns the version of the dataset, undefined until it is known. Computing stops when no component waits for it. */
export function useVersion(answering: Answering, isWanted = true): string | undefined {
  const options = versionOptions(answering);
  return useQuery(isWanted && answering.engine.capabilities.export ? options : { ...options, queryFn: skipToken }).data;
}

/**
 * Returns a function that writes a file, a function that cancels the writing, and the progress of reading activities.
 * `write` resolves with null after a cancellation, and rejects with `TooManyActivities` or the engine's error. Only one
 * file is written at a time, so a second call cancels the first.
 */
export function useFileExport(answering: Answering) {
  const { engine, open } = answering;
  const client = useQueryClient();
  const queryKey = ['export', open.key];
  const { data: progress = null } = useQuery<Progress | null>({
    queryKey: progressKey(answering),
    queryFn: skipToken,
    gcTime: 0,
  });
  const onProgress = (done: Progress | null) => client.setQueryData(progressKey(answering), done);
  const cancel = () => client.cancelQueries({ queryKey });
  const write = async ({ exported, pictured, aboutOf, ...asked }: FileToWrite): Promise<WrittenFile | null> => {
    await cancel();
    onProgress(null);
    const written = client.fetchQuery({
      queryKey,
      queryFn: async ({ signal }) => {
        // The version is read before the file, not at the same time. The engine stores the positions of a single
        // export, so two alternating exports would make it compute them again for every chunk.
        const version = versionOptions(answering);
        const parts = client.getQueryData(version.queryKey) === undefined ? 2 : 1;
        const about = aboutOf(await client.ensureQueryData(version));
        const onRead = (read: Progress) => onProgress(partOf(read, parts - 1, parts));
        const { head, key } = open;
        const activities =
          'activities' in exported
            ? batchOf(exported.activities)
            : engine.export(key, exported.selection, exported.order, signal, onRead);
        const picture = asked.form === 'svg' ? await pictureOf(answering, pictured, signal) : undefined;
        const job = { kind: 'file', ...asked, head, about, ...(picture && { picture }) } as const;
        return (await exportInWorker(job, activities, signal)) as WrittenFile;
      },
      staleTime: 0,
      gcTime: 0,
      retry: false,
    });
    return written.catch(error => {
      if (error instanceof CancelledError) return null;
      throw error;
    });
  };
  return { write, cancel, progress };
}

/** Returns the progress of work of `parts` equal parts, given the `progress` of the part with this index. */
function partOf({ done, total }: Progress, part: number, parts: number): Progress {
  return total === null ? { done, total } : { done: part * total + done, total: parts * total };
}

export function useSaveDataset({ engine, open }: Answering): () => Promise<Blob> {
  const client = useQueryClient();
  return () =>
    client.fetchQuery({
      queryKey: ['export', open.key],
      queryFn: async ({ signal }) => {
        const activities = engine.export(open.key, WHOLE, 'date', signal);
        const written = await exportInWorker({ kind: 'dataset', head: open.head }, activities, signal);
        return (written as WrittenFile).file;
      },
      staleTime: 0,
      gcTime: 0,
      retry: false,
    });
}

/** The average length of an activity in JSON, in bytes, from the first batch. Undefined until it is known. */
export function useActivityBytes(answering: Answering): number | undefined {
  const { engine, open } = answering;
  return useQuery<number, Error>({
    queryKey: ['activityBytes', open.key],
    queryFn: async ({ signal, client }) => {
      await client.ensureQueryData(versionOptions(answering));
      for await (const batch of engine.export(open.key, WHOLE, 'date', signal)) {
        return new Blob([JSON.stringify(batch)]).size / batch.length;
      }
      return 0;
    },
    enabled: engine.capabilities.export,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data;
}

/** In milliseconds. The delay before a question is asked again because its reply lacked texts. */
const PARTIAL_MS = 300;

export function textsToArrive(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, PARTIAL_MS));
}

function pictureOf(
  { engine, open }: Answering,
  { view, activity }: Pictured,
  signal: AbortSignal,
): Promise<PictureFacts> {
  const selection = selectionOf(
    view,
    open.head.facets.map(({ id }) => id),
  );
  const ask: AskEngine = async wants => {
    if (activity === null) return engine.ask(open.key, selection, wants, signal);
    const marks = { marks: [activity], compared: [], isPartial: false, textLoss: null };
    return { counts: { total: 1, recorded: 1, undated: activity.date === '' ? 1 : 0 }, marks };
  };
  return pictureFacts(ask, { view, open }, textsToArrive);
}

async function* batchOf(activities: readonly Activity[]): AsyncGenerator<readonly Activity[], void> {
  yield activities;
}
