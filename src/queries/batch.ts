import type { Engine } from '../engine/engine';
import type { Selection } from '../model/selection';
import { isBackground, type Replies, type WantName, type Wants } from '../model/wants';
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
}

/**
 * Asks the engine for one want of a selection. All wants of the same selection and tick travel in one message and get one
 * reply. Background wants may take longer, so they travel in a separate message. The message is aborted once all its
 * callers have aborted.
 */
export async function askBatched<K extends WantName>(
  question: BatchedQuestion<K>,
  signal: AbortSignal,
): Promise<Replies[K]> {
  const { name, want } = question;
  const batch = batchFor(question);
  Object.assign(batch.wants, { [name]: want });
  batch.waiting += 1;
  signal.addEventListener('abort', () => {
    batch.waiting -= 1;
    if (batch.waiting === 0) batch.controller.abort(signal.reason);
  });
  const { [name]: reply } = await batch.replies;
  return reply as Replies[K];
}

function batchFor<K extends WantName>({ engine, key, selection, name, want }: BatchedQuestion<K>): Batch {
  const batches = openBatches.get(engine) ?? new Map<string, Batch>();
  openBatches.set(engine, batches);
  let id = JSON.stringify([key, selection, isBackground({ [name]: want })]);
  // A batch has at most one want per name. A second want of the same name, such as another range of rows, goes into
  // another batch.
  while (batches.get(id)?.wants[name]) id += '+';
  const batch = batches.get(id) ?? startBatch(engine, key, selection, () => batches.delete(id));
  batches.set(id, batch);
  return batch;
}

/** Sends all open batches of an engine now, so that the engine works while the current tick continues. */
export function sendBatches(engine: Engine): void {
  for (const batch of [...(openBatches.get(engine)?.values() ?? [])]) batch.send();
}

function startBatch(engine: Engine, key: string, selection: Selection, close: () => void): Batch {
  const controller = new AbortController();
  const wants: Wants = {};
  const answer = async () => {
    controller.signal.throwIfAborted();
    const ask = () => engine.ask(key, selection, wants, controller.signal);
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
