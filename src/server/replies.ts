import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { MAX_GAP_MS, type Question } from '../engine/remote/api';
import { canonicalJson } from '../lib/canonical-json';
import { isBackground } from '../model/wants';
import { type AskJson, jsonOf } from './json-replies';
import type { Served } from './served';
import { Busy, Slots } from './slots';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

export interface Packed {
  bytes: Uint8Array<ArrayBuffer>;
  encoding: Encoding;
}

/** The body of a reply. Each compressed form is computed at most once. */
export class Body {
  readonly #plain: Buffer<ArrayBuffer>;
  #hash: string | null = null;
  readonly #packed = new Map<Encoding, Promise<Packed>>();

  constructor(text: string | Uint8Array<ArrayBuffer>) {
    this.#plain = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.length);
  }

  get length(): number {
    return this.#plain.length;
  }

  get hash(): string {
    this.#hash ??= createHash('sha256').update(this.#plain).digest('base64url').slice(0, 22);
    return this.#hash;
  }

  in(encoding: Encoding): Promise<Packed> {
    const packed = this.#packed.get(encoding) ?? this.#pack(encoding);
    this.#packed.set(encoding, packed);
    return packed;
  }

  async #pack(encoding: Encoding): Promise<Packed> {
    switch (encoding) {
      case 'br':
        return { bytes: await brotli(this.#plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding };
      case 'gzip':
        return { bytes: await zip(this.#plain), encoding };
      case 'identity':
        return { bytes: this.#plain, encoding };
    }
  }
}

/** Returns the best encoding that a client accepts for a reply of `length` bytes. `accepted` is the `Accept-Encoding` header. */
export function encodingFor(accepted: string | undefined, length: number): Encoding {
  if (length < 1000) return 'identity';
  const names = (accepted ?? '').split(',').map(entry => entry.trim());
  const has = (name: string) => names.some(entry => entry.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(entry));
  return has('br') ? 'br' : has('gzip') ? 'gzip' : 'identity';
}

/**
 * How a reply was obtained: from the cache, by asking the engine, or by joining an equal question that was already being
 * answered.
 */
export type Found = 'cached' | 'asked' | 'joined';

interface Asking {
  promise: Promise<Reply>;
  controller: AbortController;
  waiting: number;
}

/**
 * `isWhole` is false if a later reply to the same question may contain more. Incomplete replies are not cached.
 * `isSampled` is true if the replies are estimated from a sample.
 */
interface Reply {
  body: Body;
  isWhole: boolean;
  isSampled: boolean;
}

type Answered = Reply & { found: Found };

export class TooSlow extends Error {}

export interface RepliesOptions {
  cacheBytes?: number;
  /**
   * The maximum time in milliseconds that the engine may take for an answer. A question also waits at most this long
   * until the engine begins with it.
   */
  limitMs?: number;
  /**
   * The number of questions that the engine may work on at once. Half as many background questions are allowed in
   * addition, so that they never delay the others.
   */
  atOnce?: number;
}

/**
 * Answers questions. If equal questions come at the same time, only one goes to the engine. Replies are cached by
 * question and version of the dataset. The cache drops the least recently used replies first.
 */
export class AskedReplies {
  readonly #kept = new Map<string, Reply>();
  /**
   * The questions that the engine is answering, by the key of the cache. A new question with the same key waits for the
   * same reply.
   */
  readonly #asking = new Map<string, Asking>();
  readonly #slots: Slots;
  readonly #backgroundSlots: Slots;
  readonly #sampleSlots: Slots;
  #runningCount = 0;
  readonly #cacheBytes: number;
  readonly #limitMs: number;
  #keptBytes = 0;

  constructor({ cacheBytes = 64_000_000, limitMs = 10_000, atOnce = 4 }: RepliesOptions = {}) {
    this.#cacheBytes = cacheBytes;
    this.#limitMs = limitMs;
    this.#slots = new Slots(atOnce);
    this.#backgroundSlots = new Slots(Math.ceil(atOnce / 2));
    this.#sampleSlots = new Slots(atOnce);
  }

  get runningCount(): number {
    return this.#runningCount;
  }

  /**
   * Returns the reply to a question. With `firstMs`, returns a sampled reply if the exact one takes longer than this many
   * milliseconds and the engine can estimate it. Rejects with `TooSlow`, with `Busy` if the engine did not begin in time,
   * with the engine's error, or after an abort with the signal's reason.
   */
  async reply(
    served: Served,
    question: Question,
    signal: AbortSignal,
    firstMs: number | null = null,
  ): Promise<Answered> {
    const canSample = served.engine.capabilities.canSample && !isBackground(question.wants);
    if (firstMs === null || !canSample) return this.#answered(served, question, 'exact', signal);
    const [leaveExact, leaveSampled] = [new AbortController(), new AbortController()];
    const exact = this.#answered(served, question, 'exact', AbortSignal.any([signal, leaveExact.signal]));
    const isOver = exact.then(
      () => true,
      () => true,
    );
    if (await Promise.race([isOver, pause(firstMs / 2)])) return exact;
    const sampled = this.#answered(served, question, 'sampled', AbortSignal.any([signal, leaveSampled.signal]));
    const estimate = sampled.catch(() => exact);
    await Promise.race([isOver, pause(firstMs / 2)]);
    try {
      return await Promise.race([exact, estimate]);
    } finally {
      leaveSampled.abort();
      // The caller will ask for the exact reply, and then finds the engine still working on it.
      void pause(MAX_GAP_MS).then(() => leaveExact.abort());
    }
  }

  async #answered(
    served: Served,
    question: Question,
    precision: 'exact' | 'sampled',
    signal: AbortSignal,
  ): Promise<Answered> {
    const key = `${precision} ${served.version} ${canonicalJson(question)}`;
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return { ...kept, found: 'cached' };
    }
    const joined = this.#asking.get(key);
    const asking = joined ?? this.#ask(key, served, question, precision);
    return { ...(await this.#waitFor(asking, signal)), found: joined ? 'joined' : 'asked' };
  }

  #ask(
    key: string,
    { engine, askJson, open }: Served,
    { selection, wants }: Question,
    precision: 'exact' | 'sampled',
  ): Asking {
    const controller = new AbortController();
    const { signal } = controller;
    const within = (Reason: typeof Busy | typeof TooSlow) =>
      setTimeout(() => controller.abort(new Reason()), this.#limitMs);
    // Other requests can't join an aborted question.
    signal.addEventListener('abort', () => this.#asking.delete(key), { once: true });
    const isSampled = precision === 'sampled';
    const slots = isSampled ? this.#sampleSlots : isBackground(wants) ? this.#backgroundSlots : this.#slots;
    const askHere: AskJson = async (...question) => {
      const replies = await engine.ask(...question, precision);
      return jsonOf(replies, { parts: engine.partsOf?.(replies) ?? null, sample: engine.sampleOf?.(replies) ?? null });
    };
    const ask = askJson ?? askHere;
    const answer = async (): Promise<Reply> => {
      let timer = within(Busy);
      try {
        const free = await slots.take(signal);
        clearTimeout(timer);
        timer = within(TooSlow);
        this.#runningCount += 1;
        // A question keeps its slot until the engine stops, even after an abort. Otherwise questions would pile up in
        // an engine that does not stop.
        const { json, isPartial } = await ask(open.key, selection, wants, signal).finally(() => {
          this.#runningCount -= 1;
          free();
        });
        const isWhole = !isPartial;
        const answered = { body: new Body(json), isWhole, isSampled };
        if (isWhole) this.#keep(key, answered);
        return answered;
      } finally {
        clearTimeout(timer);
        if (!signal.aborted) this.#asking.delete(key);
      }
    };
    // After an abort, the engine may take a while to stop, so requests do not wait for the engine.
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    const asking: Asking = { promise: Promise.race([answer(), aborted]), controller, waiting: 0 };
    // If no request waits any more, Node would report a rejection as unhandled.
    asking.promise.catch(() => {});
    this.#asking.set(key, asking);
    return asking;
  }

  /** Waits for a reply. When no request waits for the reply any more, aborts the question. */
  #waitFor(asking: Asking, signal: AbortSignal): Promise<Reply> {
    asking.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        asking.waiting -= 1;
        if (asking.waiting === 0) asking.controller.abort(signal.reason);
        reject(signal.reason);
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      asking.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #keep(key: string, reply: Reply): void {
    this.#kept.set(key, reply);
    this.#keptBytes += key.length + reply.body.length;
    for (const [oldest, { body }] of this.#kept) {
      if (this.#keptBytes <= this.#cacheBytes) return;
      this.#kept.delete(oldest);
      this.#keptBytes -= oldest.length + body.length;
    }
  }
}

/** Resolves after some milliseconds. */
function pause(milliseconds: number): Promise<false> {
  return new Promise(resolve => {
    setTimeout(() => resolve(false), milliseconds).unref();
  });
}
