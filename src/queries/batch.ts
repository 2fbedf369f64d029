import type { Engine } from '../engine/engine';
import type { Selection } from '../model/selection';
import { isBackground, type Replies, type WantName, type Wants } from '../model/wants';
import { measureAnswer, measureOpened } from './measure';

/** Wants of one selection on their way to the engine together. */
interface Batch {
  wants: Wants;
  /** How many questions still wait for it. */
  waiting: number;
  controller: AbortController;
  replies: Promise<Partial<Replies>>;
}

/** By engine: the batches of the present tick. */
const gathering = new WeakMap<Engine, Map<string, Batch>>();

export interface BatchedQuestion<K extends WantName> {
  engine: Engine;
  /** Of the dataset. */
  key: string;
  selection: Selection;
  name: K;
  want: NonNullable<Wants[K]>;
}

/**
 * Asks one want of a selection. Those of the same tick travel in one message and come back together; background wants, which
 * may take longer, travel apart from the others. The message is given up once nobody waits for any of it.
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

/** The batch of this tick that a want fits in. */
function batchFor<K extends WantName>({ engine, key, selection, name, want }: BatchedQuestion<K>): Batch {
  const batches = gathering.get(engine) ?? new Map<string, Batch>();
  gathering.set(engine, batches);
  let id = JSON.stringify([key, selection, isBackground({ [name]: want })]);
  // Another range of the same, say, is another message.
  while (batches.get(id)?.wants[name]) id += '+';
  const batch = batches.get(id) ?? startBatch(engine, key, selection, () => batches.delete(id));
  batches.set(id, batch);
  return batch;
}

function startBatch(engine: Engine, key: string, selection: Selection, close: () => void): Batch {
  const controller = new AbortController();
  const wants: Wants = {};
  const send = async () => {
    // What else is asked in this tick joins first.
    await null;
    close();
    const ask = () => engine.ask(key, selection, wants, controller.signal);
    if (isBackground(wants)) return ask();
    const replies = await measureAnswer(ask);
    measureOpened();
    return replies;
  };
  return { wants, waiting: 0, controller, replies: send() };
}
