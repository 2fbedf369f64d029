import type { Result } from '../compare.mjs';
import type { Build, Contestant } from './contestant';
import { type Facts, factsOf, fetchColumns, type PeerFacts } from './facts';
import { ownEngine } from './own';
import { drags, type Question, toggles } from './questions';

/** The orders from the page, executed one after another. */
export type Order =
  | { kind: 'load'; address: string }
  | { kind: 'start'; name: string }
  | { kind: 'build' }
  | { kind: 'weigh' }
  | {
      kind: 'ask';
      questions: 'toggles' | 'toggles without a window' | 'drags';
      from: number;
      to: number;
      warmUps: number;
      budgetMs: number;
    };

/** The contestants by name. Without WebAssembly the engine uses its TypeScript kernel. */
const BUILDERS: Readonly<Record<string, () => Promise<Build>>> = {
  wasm: async () => ownEngine(false),
  typescript: async () => {
    Reflect.set(globalThis, 'WebAssembly', undefined);
    return ownEngine(false);
  },
  app: async () => ownEngine(true),
  crossfilter2: async () => forPeer((await import('./crossfilter')).buildCrossfilter),
  itemsjs: async () => forPeer((await import('./itemsjs')).buildItemsjs),
  duckdb: async () => forPeer(await (await import('./duckdb')).startDuckdb()),
};

/** Prepares a library's data before its build time starts. */
function forPeer(make: (given: PeerFacts) => Contestant | Promise<Contestant>): Build {
  facts?.forPeers();
  return from => make(from.forPeers());
}

let facts: Facts | null = null;
let build: Build | null = null;
let contestant: Contestant | null = null;

async function obey(order: Order): Promise<unknown> {
  if (order.kind === 'load') {
    facts = factsOf(await fetchColumns(order.address));
    return facts.columns.size;
  }
  if (order.kind === 'start') {
    build = await BUILDERS[order.name]!();
    return null;
  }
  if (order.kind === 'weigh') return (await contestant?.bytesInWasm?.()) ?? 0;
  if (!facts || !build) throw new Error('nothing is loaded');
  if (order.kind === 'build') {
    contestant = null;
    const start = performance.now();
    contestant = await build(facts);
    return performance.now() - start;
  }
  return ask(questionsOf(facts, order.questions, order.to).slice(order.from), order);
}

function questionsOf({ valueCounts }: Facts, kind: string, count: number): Question[] {
  return kind === 'drags' ? drags(valueCounts, count) : toggles(valueCounts, count, kind === 'toggles');
}

/** Asks the questions in turn until the time budget is spent. Warm-up questions do not count against the budget. */
async function ask(questions: readonly Question[], { warmUps, budgetMs }: { warmUps: number; budgetMs: number }) {
  const times: number[] = [];
  const results: Result[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const [i, question] of questions.entries()) {
    const start = performance.now();
    if (i === warmUps) end = start + budgetMs;
    const answered = contestant!.answer(question);
    results.push(answered instanceof Promise ? await answered : answered);
    times.push(performance.now() - start);
    if (performance.now() > end) break;
  }
  return { times: times.slice(warmUps), results };
}

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  try {
    self.postMessage({ value: await obey(data) });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
