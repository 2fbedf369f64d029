import { canonicalJson } from '../../lib/canonical-json';
import type { Activity } from '../../model/dataset';
import { OpenFailure } from '../../model/problem';
import type { Progress } from '../../model/progress';
import type { Selection } from '../../model/selection';
import { isBackground, type RepliesTo, type Sample, type Wants } from '../../model/wants';
import { ALL_CAPABILITIES, type Engine, type EngineState, type Parts, type Precision } from '../engine';
import {
  type AskReply,
  type DatasetReply,
  type ErrorReply,
  type ExportQuestion,
  FIRST_PARAMETER,
  MAX_IN_ADDRESS,
  type Question,
  TOTAL_HEADER,
  type VersionReply,
} from './api';
import { wait as realWait, type Wait } from './wait';

const MAX_CHUNK = 500;

/** A server silent for this many milliseconds counts as unreachable. A working one gives up slow questions before. */
const SILENT_MS = 30_000;

/** The first and the longest pause before a request is repeated, in milliseconds. The pause doubles each time. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

interface Opened {
  key: string;
  version: string;
  canSample: boolean;
}

/** A request that the server could not answer now, but may answer later. */
class Away extends Error {
  /** The milliseconds for which the server asks to wait; null if it does not say. */
  readonly pause: number | null;
  /** True if the server can't be reached; false if it is only busy. */
  readonly isGone: boolean;
  constructor(isGone: boolean, pause: number | null) {
    super('away');
    this.isGone = isGone;
    this.pause = pause;
  }
}

/**
 * Creates an engine that asks the server whose API is at `base`, which ends in a slash.
 *
 * - The engine opens the only dataset of the server, whatever the source says.
 * - A question is repeated until the server answers or the caller aborts, so that the page keeps its last answer.
 *   Meanwhile `state` says why the engine waits.
 * - A question that takes the server too long is rejected with `tooSlow`; see `keptOpen`.
 * - Once the server has another dataset, questions are rejected with `datasetChanged`.
 */
export function remoteEngine(base: string, wait: Wait = realWait): Engine {
  let opened: Opened | null = null;
  let openings = 0;
  let hasAnswered = false;
  let isProbing = false;
  let state: EngineState = { kind: 'ready' };
  const listeners = new Set<() => void>();
  const partsOfReplies = new WeakMap<object, Parts>();
  const sampleOfReplies = new WeakMap<object, Sample>();

  function setState(next: EngineState): void {
    if (canonicalJson(next) === canonicalJson(state)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** Leaves the states `away` and `busy`, because the server has answered. Other states stay unchanged. */
  function setBack(): void {
    if (state.kind === 'away' || state.kind === 'busy') setState({ kind: 'ready' });
  }

  function versionOf(key: string): string {
    if (opened?.key !== key) throw new OpenFailure('workerLost');
    return opened.version;
  }

  /** Returns the address of `ask`, with the version and the time to wait for exact replies. */
  function askPath(key: string, precision: Precision | undefined): string {
    const path = `ask?v=${versionOf(key)}`;
    const isPatient = typeof precision !== 'object' || !opened?.canSample;
    return isPatient ? path : `${path}&${FIRST_PARAMETER}=${precision.firstMs}`;
  }

  async function send(path: string, question: unknown, signal?: AbortSignal): Promise<Response> {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const abort = () => controller.abort(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(() => controller.abort(new Away(true, null)), SILENT_MS);
    try {
      const request = requestOf(base + path, question);
      const response = await fetch(request.address, { ...request.init, signal: controller.signal });
      if (response.ok && isOfApi(response)) return response;
      throw await refusalOf(response);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof TypeError ? new Away(true, null) : error;
    } finally {
      // The listener of `signal` stays, because a later abort must also end the loading of the reply's body.
      clearTimeout(timer);
    }
  }

  /** Sends a request and reads its reply. Repeats both until a whole reply was read. */
  async function insist<T>(
    request: () => Promise<Response>,
    read: (response: Response) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const value = await read(await request());
        setBack();
        return value;
      } catch (error) {
        throwIfAborted(signal);
        if (error instanceof OpenFailure && error.code === 'tooSlow' && hasAnswered) {
          setState({ kind: 'tooSlow', seconds: Number(error.found) });
          // After an abort, the page no longer waits for the slow answer, so the state `tooSlow` ends.
          signal?.addEventListener('abort', () => state.kind === 'tooSlow' && setState({ kind: 'ready' }), {
            once: true,
          });
        }
        // A `TypeError` means that the connection broke while the reply was being read.
        const away = error instanceof TypeError ? new Away(true, null) : error;
        if (!(away instanceof Away)) throw error;
        if (away.isGone && !hasAnswered) throw new OpenFailure('unreachable');
        if (away.isGone) setState({ kind: 'away' });
        else if (hasAnswered) setState({ kind: 'busy' });
        await wait(away.pause ?? pause, signal).catch(() => throwIfAborted(signal));
      }
    }
  }

  function throwIfAborted(signal: AbortSignal | undefined): void {
    if (!signal?.aborted) return;
    if (state.kind === 'away') void probe();
    // If the server refuses another question that still waits, that refusal sets the state `busy` again.
    if (state.kind === 'busy') setState({ kind: 'ready' });
    throw signal.reason;
  }

  /** Asks the server regularly whether it is ready, because after an abort there may be no other request. */
  async function probe(): Promise<void> {
    if (isProbing) return;
    isProbing = true;
    while (state.kind === 'away') {
      await wait(LONGEST_PAUSE_MS / 2);
      const isBack = await send('ready', null).then(
        () => true,
        () => false,
      );
      if (isBack) setBack();
    }
    isProbing = false;
  }

  async function readJson<T>(response: Response): Promise<T> {
    return (await response.json()) as T;
  }

  return {
    capabilities: { ...ALL_CAPABILITIES, sources: ['address'] },
    async open(_source, signal) {
      hasAnswered = false;
      const get = () => send('dataset', null, signal);
      const { version, dataset, canSample } = await insist(get, readJson<DatasetReply>, signal);
      openings += 1;
      opened = { key: `${openings} ${version}`, version, canSample };
      return { ...dataset, key: opened.key };
    },
    async ask<W extends Wants>(
      key: string,
      selection: Selection,
      wants: W,
      signal?: AbortSignal,
      precision?: Precision,
    ) {
      const path = askPath(key, precision);
      const question: Question = { selection, wants };
      const { replies, parts, sample } = await insist(() => send(path, question, signal), readJson<AskReply>, signal);
      hasAnswered = true;
      if (parts) partsOfReplies.set(replies, parts);
      if (sample) sampleOfReplies.set(replies, sample);
      if (!isBackground(wants)) setState(parts ? { kind: 'partial', parts } : { kind: 'ready' });
      return replies as RepliesTo<W>;
    },
    async *export(key, selection, order, signal, onProgress) {
      const question: ExportQuestion = { selection, order };
      const version = versionOf(key);
      const response = await insist(
        () => send(`export?v=${version}`, question, signal),
        async found => found,
        signal,
      );
      yield* activitiesIn(response, signal, onProgress);
    },
    async version(key, signal) {
      const path = `version?v=${versionOf(key)}`;
      return (await insist(() => send(path, null, signal), readJson<VersionReply>, signal)).version;
    },
    partsOf: replies => partsOfReplies.get(replies) ?? null,
    sampleOf: replies => sampleOfReplies.get(replies) ?? null,
    state: {
      get: () => state,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

function requestOf(address: string, question: unknown): { address: string; init: RequestInit } {
  const init: RequestInit = { credentials: 'same-origin' };
  if (question === null) return { address, init };
  const text = canonicalJson(question);
  const query = encodeURIComponent(text);
  if (query.length <= MAX_IN_ADDRESS) return { address: `${address}&q=${query}`, init };
  return { address, init: { ...init, method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } } };
}

function isOfApi(response: Response): boolean {
  return /^application\/(x-nd)?json\b/.test(response.headers.get('Content-Type') ?? '');
}

const NO_WORDS = { code: '', message: '', seconds: 0 };

/** Returns the error to throw for a reply that is not a success. */
async function refusalOf(response: Response): Promise<Error> {
  const {
    code,
    message,
    seconds: limit,
  } = await response.json().then(
    (body: Partial<ErrorReply> | null) => ({ ...NO_WORDS, ...body?.error }),
    () => NO_WORDS,
  );
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const pause = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
  if (code === 'changed') return new OpenFailure('datasetChanged');
  if (code === 'tooSlow') return new OpenFailure('tooSlow', String(limit));
  if (code === 'badQuestion') return new OpenFailure('refusedQuestion', message);
  if (code === 'tooMany' || code === 'notReady' || code === 'busy') return new Away(false, pause ?? 1000);
  if (code === 'failed') return new OpenFailure('serverFailed', message);
  // Such replies, for example error pages of a proxy, are common while the server restarts.
  return new Away(true, pause);
}

/** Yields the activities of an export. Throws `unreachable` if there are fewer than the reply's header says. */
async function* activitiesIn(
  response: Response,
  signal: AbortSignal | undefined,
  onProgress: ((progress: Progress) => void) | undefined,
): AsyncGenerator<readonly Activity[], void> {
  const total = Number.parseInt(response.headers.get(TOTAL_HEADER) ?? '', 10);
  // Without the total, a reply that was cut off would look complete.
  if (!(total >= 0)) throw new OpenFailure('unreachable');
  let done = 0;
  for await (const lines of linesOf(response, signal)) {
    for (let start = 0; start < lines.length; start += MAX_CHUNK) {
      signal?.throwIfAborted();
      const activities = lines.slice(start, start + MAX_CHUNK).map((line): Activity => JSON.parse(line));
      done += activities.length;
      onProgress?.({ done, total });
      yield activities;
    }
  }
  if (done !== total) throw new OpenFailure('unreachable');
}

async function* linesOf({ body }: Response, signal?: AbortSignal): AsyncGenerator<readonly string[], void> {
  if (!body) return;
  const reader = body.getReader();
  // Ends a pending read, because in some browsers aborting the request does not end it. Failures to cancel are ignored.
  const cancel = () => {
    reader.cancel().catch(() => {});
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(error => {
        signal?.throwIfAborted();
        throw error instanceof TypeError ? new OpenFailure('unreachable') : error;
      });
      signal?.throwIfAborted();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      const whole = lines.filter(line => line !== '');
      if (whole.length > 0) yield whole;
      if (done) return;
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    cancel();
  }
}
