import { eachBit } from '../../src/engine/local/bitset';
import { searchText, type TextIndex } from '../../src/engine/local/text-index';
import { createTextIndexBuilder } from '../../src/engine/local/text-index-builder';
import { createTextSearch } from '../../src/engine/local/text-search';
import { parseSearch } from '../../src/lib/search-text';
import type { Records } from '../../src/model/records';
import { fetchRecords, questionsOf, type Texts, textsOf } from './texts';

export type Order =
  | { kind: 'load'; address: string; withTexts: boolean }
  | { kind: 'build'; name: 'ours' | 'app' | 'minisearch' }
  | { kind: 'ask'; count: number; budgetMs: number };

type Search = (question: string) => ArrayLike<number>;

let records: Records | null = null;
let texts: Texts = [];
let search: Search | null = null;

/** Prepares a contestant. The time this takes is its build time. */
async function build(from: Records, name: string): Promise<Search> {
  if (name === 'minisearch') return (await import('./minisearch')).buildMinisearch(texts);
  if (name === 'ours') return overIndex(indexOf(texts));
  const made = createTextSearch(from);
  await made.makeIndex({ yieldTo: () => new Promise(resolve => setTimeout(resolve)) });
  return question => made.find(question) ?? [];
}

function indexOf(from: Texts): TextIndex {
  const builder = createTextIndexBuilder(from.length);
  for (const [position, fields] of from.entries()) builder.add(position, fields);
  return builder.finish();
}

function overIndex(index: TextIndex): Search {
  return question => searchText(index, parseSearch(question), position => texts[position] ?? []);
}

/** Returns the matches as ascending positions. A bit set is expanded first. */
function positionsOf(found: ArrayLike<number>): number[] {
  if (!(found instanceof Uint32Array)) return Array.from(found).sort((a, b) => a - b);
  const positions: number[] = [];
  eachBit(found, position => positions.push(position) > 0);
  return positions;
}

async function obey(order: Order): Promise<unknown> {
  if (order.kind === 'load') {
    records = await fetchRecords(order.address);
    if (order.withTexts) texts = textsOf(records);
    return records.size;
  }
  if (!records) throw new Error('nothing is loaded');
  if (order.kind === 'build') {
    search = null;
    if (order.name === 'minisearch') await import('./minisearch');
    const start = performance.now();
    search = await build(records, order.name);
    return performance.now() - start;
  }
  return ask(records, order);
}

function ask(from: Records, { count, budgetMs }: { count: number; budgetMs: number }) {
  const textsAt =
    texts.length > 0 ? (position: number) => texts[position]! : (position: number) => titleAt(from, position);
  const end = performance.now() + budgetMs;
  const times: number[] = [];
  const hits: { count: number; digest: number }[] = [];
  for (const question of questionsOf(from, textsAt, count)) {
    const start = performance.now();
    const found = search!(question);
    times.push(performance.now() - start);
    const positions = positionsOf(found);
    hits.push({ count: positions.length, digest: positions.reduce((sum, at) => (Math.imul(sum, 31) + at) | 0, 7) });
    if (performance.now() > end) break;
  }
  return { times, hits };
}

function titleAt(from: Records, position: number): string[] {
  const { title, summary } = from.rowAt(position);
  return [title, summary].filter(text => typeof text === 'string');
}

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  try {
    self.postMessage({ value: await obey(data) });
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
