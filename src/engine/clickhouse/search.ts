import type { Batch } from './batch';
import { wordsCondition } from './conditions';
import type { Dataset } from './dataset';
import { ALL, every, membersOf, NOTHING } from './logic';
import { foldedWords, integer, integers } from './sql';

/** The default of `maxFound`. A statement names the list up to about ten times. */
export const MAX_FOUND = 10_000;

/** The number of searches that are remembered. */
const MAX_SEARCHES = 50;

/**
 * Finds out which activities match the search texts of a question and remembers it, so that the words of all activities are
 * read once for a search, and not for each count. If too many match, each count goes on reading the words.
 */
export async function search(batch: Batch, dataset: Dataset, texts: readonly string[]): Promise<void> {
  const conditions = new Set(texts.map(wordsCondition).filter(condition => condition !== ALL));
  await Promise.all([...conditions].map(condition => find(batch, dataset, condition)));
}

async function find(batch: Batch, dataset: Dataset, condition: string): Promise<void> {
  const { tables, searches, maxFound } = dataset;
  const known = searches.get(condition);
  if (known !== undefined) {
    searches.delete(condition);
    searches.set(condition, known);
    return;
  }
  const indexed = await byIndex(dataset, condition);
  const zero = 'toFloat64(n * 0)';
  const sql =
    `SELECT toInt64(n) AS a, toInt64(n * 0) AS b, ${zero} AS x, ${zero} AS y ` +
    `FROM ${tables.activities} WHERE ${indexed} LIMIT ${integer(maxFound + 1)}`;
  const found = (await batch.rows({ sql, scan: null })).map(({ a }) => a);
  // The activities of a missing part would be missing later too.
  if (batch.missing()) return;
  const listed = found.length === 0 ? NOTHING : `n IN (${integers(found.toSorted((a, b) => a - b))})`;
  searches.set(condition, found.length > maxFound ? indexed : listed);
  for (const oldest of searches.keys()) {
    if (searches.size <= MAX_SEARCHES) return;
    searches.delete(oldest);
  }
}

/** More words than these are not looked up in the text index. */
export const MAX_WORDS = 1000;

/** The condition of a beginning of a word of one piece, as `wordsCondition` writes it. */
const BEGINNING = /^position\(words, '\|([^| ']+)'\) != 0$/;

/**
 * Returns an equal condition that takes the text index for beginnings of words: an activity has a word that begins so if it
 * has one of the indexed words that do. Phrases and negations still read the words, but only of what the index leaves.
 */
async function byIndex({ indexedWords }: Dataset, condition: string): Promise<string> {
  if (!indexedWords) return condition;
  const members = membersOf(condition).map(async member => {
    const [, beginning] = BEGINNING.exec(member) ?? [];
    // Without the index, the condition is as true.
    const words = beginning === undefined ? null : await indexedWords(beginning).catch(() => null);
    if (words === null || words.length > MAX_WORDS) return member;
    return words.length === 0 ? NOTHING : `hasAnyTokens(words, [${words.map(foldedWords).join(', ')}])`;
  });
  return every(await Promise.all(members));
}
