import type { Engine, Precision } from '../engine/engine';
import type { Selection } from '../model/selection';
import { isBackground, type Replies, type Sample, type WantName, type Wants } from '../model/wants';
import { measureAnswer, measureOpened } from './measure';

/** Wants of one selection that go to the engine in one message. */
interface Batch {
  wants: Wants;
  /** The number of callers that wait for the replies and have not aborted. */
  waiting: number;
  controller: AbortController;
  replies: Promise<Partial<Replies>>;
  send: () => void;
}

/** For each engine, the batches that still take wants. A batch closes after its tick or by `sendBatches`. */
const openBatches = new WeakMap<Engine, Map<string, Batch>>();

export interface BatchedQuestion<K extends WantName> {
  engine: Engine;
  /** The key of the dataset. */
  key: string;
  selection: Selection;
  name: K;
  want: NonNullable<Wants[K]>;
  precision?: Precision | undefined;
}

/** A reply, and the sample from which it was estimated. `sample` is null if the reply is exact. */
export interface Given<K extends WantName> {
  reply: Replies[K];
  sample: Sample | null;
}

/**
 * Asks the engine for one want of a selection. All wants of the same selection and tick travel in one message and get one
 * reply. Background wants may take longer, so they travel in a separate message. The message is aborted once all its
 * callers have aborted.
 */
export async function askBatched<K extends WantName>(
  question: BatchedQuestion<K>,
  signal: AbortSignal,
): Promise<Given<K>> {
  const { engine, name, want } = question;
  const batch = batchFor(question);
  Object.assign(batch.wants, { [name]: want });
  batch.waiting += 1;
  signal.addEventListener('abort', () => {
    batch.waiting -= 1;
    if (batch.waiting === 0) batch.controller.abort(signal.reason);
  });
  const replies = await batch.replies;
  return { reply: replies[name] as Replies[K], sample: engine.sampleOf?.(replies) ?? null };
}

function batchFor<K extends WantName>({ engine, key, selection, name, want, precision }: BatchedQuestion<K>): Batch {
  const batches = openBatches.get(engine) ?? new Map<string, Batch>();
  openBatches.set(engine, batches);
  let id = JSON.stringify([key, selection, isBackground({ [name]: want }), precision]);
  // A batch has at most one want per name. A second want of the same name, such as another range of rows, goes into
  // another batch.
  while (batches.get(id)?.wants[name]) id += '+';
  const batch = batches.get(id) ?? startBatch({ engine, key, selection, precision }, () => batches.delete(id));
  batches.set(id, batch);
  return batch;
}

/** Sends all open batches of an engine now, so that the engine works while the current tick continues. */
export function sendBatches(engine: Engine): void {
  for (const batch of [...(openBatches.get(engine)?.values() ?? [])]) batch.send();
}

function startBatch(
  { engine, key, selection, precision }: Pick<BatchedQuestion<WantName>, 'engine' | 'key' | 'selection' | 'precision'>,
  close: () => void,
): Batch {
  const controller = new AbortController();
  const wants: Wants = {};
  const answer = async () => {
    controller.signal.throwIfAborted();
    const ask = () => engine.ask(key, selection, wants, controller.signal, precision);
    if (isBackground(wants)) return ask();
    const replies = await measureAnswer(ask);
    measureOpened();
    return replies;
  };
  let send = () => {};
  const replies = new Promise<Partial<Replies>>(resolve => {
    let isSent = false;
    send = () => {
      if (isSent) return;
      isSent = true;
      close();
      resolve(answer());
    };
  });
  // Sends the batch in a microtask, so that the other calls of this tick can join it.
  queueMicrotask(send);
  return { wants, waiting: 0, controller, replies, send };
}
