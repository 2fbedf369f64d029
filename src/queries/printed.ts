import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { type AskEngine, type PicturedView, type PictureFacts, pictureFacts } from '../exports/picture/picture-facts';
import type { Matrix, MatrixQuery } from '../model/answer';
import type { Activity } from '../model/dataset';
import type { Selection } from '../model/selection';
import type { Order } from '../model/wants';
import { textsToArrive, versionOptions } from './exports';
import type { Answering } from './replies';

export const MOST_PRINTED = 500;

/** The figure above the printed activities: a timeline, or a table of two facets. */
export type FigureToPrint = { kind: 'timeline'; view: PicturedView } | { kind: 'matrix'; query: MatrixQuery };

export type Figure = { kind: 'timeline'; facts: PictureFacts } | { kind: 'matrix'; matrix: Matrix };

export interface ToPrint {
  selection: Selection;
  order: Order;
  figure: FigureToPrint | null;
}

export interface Printed {
  activities: readonly Activity[];
  figure: Figure | null;
}

function activitiesOptions({ engine, open }: Answering, { selection, order }: ToPrint) {
  return queryOptions<readonly Activity[], Error>({
    queryKey: ['printed', open.key, selection, order],
    queryFn: async ({ signal }) => {
      const activities: Activity[] = [];
      for await (const batch of engine.export(open.key, selection, order, signal)) {
        activities.push(...batch.slice(0, MOST_PRINTED - activities.length));
        if (activities.length === MOST_PRINTED) break;
      }
      return activities;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

function figureOptions({ engine, open }: Answering, { selection, figure }: ToPrint) {
  return queryOptions<Figure | null, Error>({
    queryKey: ['printedFigure', open.key, selection, figure],
    queryFn: async ({ signal }) => {
      if (figure === null) return null;
      if (figure.kind === 'matrix') {
        const { matrix } = await engine.ask(open.key, selection, { matrix: figure.query }, signal);
        return { kind: 'matrix', matrix };
      }
      const ask: AskEngine = wants => engine.ask(open.key, selection, wants, signal);
      return { kind: 'timeline', facts: await pictureFacts(ask, { view: figure.view, open }, textsToArrive) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Returns the content of a printed page. Undefined until its activities arrive, and while `isWanted` is false. */
export function usePrinted(answering: Answering, toPrint: ToPrint, isWanted: boolean): Printed | undefined {
  const isRead = isWanted && answering.engine.capabilities.export;
  const [read, drawn] = [activitiesOptions(answering, toPrint), figureOptions(answering, toPrint)];
  const activities = useQuery(isRead ? read : { ...read, queryFn: skipToken }).data;
  const figure = useQuery(isRead ? drawn : { ...drawn, queryFn: skipToken }).data;
  return activities && { activities, figure: figure ?? null };
}

/** Returns a function that loads a printed page and the dataset's version. It rejects with the engine's error. */
export function useLoadPrinted(answering: Answering): (toPrint: ToPrint | null) => Promise<void> {
  const client = useQueryClient();
  return async toPrint => {
    if (toPrint !== null) {
      await client.ensureQueryData(activitiesOptions(answering, toPrint));
      await client.ensureQueryData(figureOptions(answering, toPrint));
    }
    await client.ensureQueryData(versionOptions(answering));
  };
}
