import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AskReply, Question } from '../engine/remote/api';
import { canonicalJson } from '../lib/canonical-json';
import type { Served } from './served';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** A reply as it is sent. */
export interface Packed {
  bytes: Uint8Array<ArrayBuffer>;
  encoding: Encoding;
}

/** A body, compressed in each encoding at most once. */
export class Body {
  readonly #plain: Buffer<ArrayBuffer>;
  #hash: string | null = null;
  readonly #packed = new Map<Encoding, Promise<Packed>>();

  constructor(text: string | Uint8Array) {
    this.#plain = Buffer.from(text);
  }

  get length(): number {
    return this.#plain.length;
  }

  /** A text that is different for other bytes. */
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
        return { bytes: await brotli(this.#plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), encoding };
      case 'gzip':
        return { bytes: await zip(this.#plain), encoding };
      case 'identity':
        return { bytes: this.#plain, encoding };
    }
  }
}

/** Returns the encoding in which a client wants a reply of this many bytes. */
export function encodingFor(accepted: string | undefined, length: number): Encoding {
  if (length < 1000) return 'identity';
  const names = (accepted ?? '').split(',').map(entry => entry.trim());
  const has = (name: string) => names.some(entry => entry.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(entry));
  return has('br') ? 'br' : has('gzip') ? 'gzip' : 'identity';
}

/** How a reply was found: in the cache, by asking the engine, or together with an equal question. */
export type Found = 'cached' | 'asked' | 'joined';

interface Asking {
  promise: Promise<Reply>;
  controller: AbortController;
  /** The number of requests that wait for the reply. */
  waiting: number;
}

/** `isWhole` is false if a later reply to the same question may contain more. Such replies are not cached. */
interface Reply {
  body: Body;
  isWhole: boolean;
}

/** Thrown when the engine takes longer than allowed. */
export class TooSlow extends Error {}

export interface RepliesOptions {
  /** How much of the replies is kept, in bytes. */
  cacheBytes?: number;
  /** How long the engine may work on an answer, in milliseconds. */
  limitMs?: number;
}

/**
 * Answers questions. Equal questions that arrive at the same time are asked once. Replies are kept by question and version
 * of the dataset; those that were not used for the longest time are dropped first.
 */
export class AskedReplies {
  readonly #kept = new Map<string, Reply>();
  /** The questions that others can join. */
  readonly #asking = new Map<string, Asking>();
  #runningCount = 0;
  readonly #cacheBytes: number;
  readonly #limitMs: number;
  #keptBytes = 0;

  constructor({ cacheBytes = 64_000_000, limitMs = 10_000 }: RepliesOptions = {}) {
    this.#cacheBytes = cacheBytes;
    this.#limitMs = limitMs;
  }

  /** The number of questions on which the engine works. */
  get runningCount(): number {
    return this.#runningCount;
  }

  /** Rejects with `TooSlow`, with the engine's error, or with the signal's reason after an abort. */
  async reply(served: Served, question: Question, signal: AbortSignal): Promise<Reply & { found: Found }> {
    const key = `${served.version} ${canonicalJson(question)}`;
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return { ...kept, found: 'cached' };
    }
    const joined = this.#asking.get(key);
    const asking = joined ?? this.#ask(key, served, question);
    return { ...(await this.#waitFor(asking, signal)), found: joined ? 'joined' : 'asked' };
  }

  #ask(key: string, { engine, open }: Served, { selection, wants }: Question): Asking {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => controller.abort(new TooSlow()), this.#limitMs);
    // An aborted question can't be joined any more.
    signal.addEventListener('abort', () => this.#asking.delete(key), { once: true });
    const answer = async (): Promise<Reply> => {
      this.#runningCount += 1;
      try {
        const replies = await engine.ask(open.key, selection, wants, signal);
        const reply: AskReply = { replies, parts: engine.partsOf?.(replies) ?? null };
        const isWhole = reply.parts === null && !Object.values(replies).some(isPartial);
        const answered = { body: new Body(JSON.stringify(reply)), isWhole };
        if (isWhole) this.#keep(key, answered);
        return answered;
      } finally {
        clearTimeout(timer);
        this.#runningCount -= 1;
        if (!signal.aborted) this.#asking.delete(key);
      }
    };
    // An engine may end an aborted question late. Nobody waits for that.
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    const asking: Asking = { promise: Promise.race([answer(), aborted]), controller, waiting: 0 };
    // A rejection after the last request has gone is of no interest.
    asking.promise.catch(() => {});
    this.#asking.set(key, asking);
    return asking;
  }

  /** Waits for a reply. Aborts the question if nobody waits for it any more. */
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

function isPartial(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'isPartial' in reply && reply.isPartial === true;
}
