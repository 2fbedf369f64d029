import type { Batch } from './batch';
import { wordsCondition } from './conditions';
import type { Dataset } from './dataset';
import { ALL, NOTHING } from './logic';
import { integer, integers } from './sql';

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

async function find(batch: Batch, { tables, searches, maxFound }: Dataset, condition: string): Promise<void> {
  const known = searches.get(condition);
  if (known !== undefined) {
    searches.delete(condition);
    searches.set(condition, known);
    return;
  }
  const zero = 'toFloat64(n * 0)';
  const sql =
    `SELECT toInt64(n) AS a, toInt64(n * 0) AS b, ${zero} AS x, ${zero} AS y ` +
    `FROM ${tables.activities} WHERE ${condition} LIMIT ${integer(maxFound + 1)}`;
  const found = (await batch.rows({ sql, scan: null })).map(({ a }) => a);
  // The activities of a missing part would be missing later too.
  if (batch.missing()) return;
  const listed = found.length === 0 ? NOTHING : `n IN (${integers(found.toSorted((a, b) => a - b))})`;
  searches.set(condition, found.length > maxFound ? condition : listed);
  for (const oldest of searches.keys()) {
    if (searches.size <= MAX_SEARCHES) return;
    searches.delete(oldest);
  }
}
