import type { Batch } from './batch';
import { wordsCondition } from './conditions';
import type { Dataset } from './dataset';
import { ALL, every, membersOf, NOTHING } from './logic';
import { foldedWords, integer, integers } from './sql';

/** The default of `maxFound`. It keeps statements short, because one may repeat the list about ten times. */
export const MAX_FOUND = 10_000;

const MAX_SEARCHES = 50;

/**
 * Finds the activities that match the search texts of a question and remembers them. So the words of all activities are
 * read once for a search, and not for each count. If more than `maxFound` activities match, they are not remembered,
 * and each count reads the words.
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
  // A result without the missing part must not be remembered, because the part may answer later.
  if (batch.missing()) return;
  const listed = found.length === 0 ? NOTHING : `n IN (${integers(found.toSorted((a, b) => a - b))})`;
  searches.set(condition, found.length > maxFound ? indexed : listed);
  for (const oldest of searches.keys()) {
    if (searches.size <= MAX_SEARCHES) return;
    searches.delete(oldest);
  }
}

/** If more words than this match, the text index is not used. */
export const MAX_WORDS = 1000;

/** Matches the condition for the beginning of a word, as `wordsCondition` writes it for words of one piece. */
const BEGINNING = /^position\(words, '\|([^| ']+)'\) != 0$/;

/**
 * Returns an equivalent condition that uses the text index for beginnings of words. The index lists the words with the
 * beginning, and the condition asks for activities with one of these words. Phrases and negations still read the words,
 * but only of the activities that the index found.
 */
async function byIndex({ indexedWords }: Dataset, condition: string): Promise<string> {
  if (!indexedWords) return condition;
  const members = membersOf(condition).map(async member => {
    const [, beginning] = BEGINNING.exec(member) ?? [];
    // If the index fails, the original condition gives the same result.
    const words = beginning === undefined ? null : await indexedWords(beginning).catch(() => null);
    if (words === null || words.length > MAX_WORDS) return member;
    return words.length === 0 ? NOTHING : `hasAnyTokens(words, [${words.map(foldedWords).join(', ')}])`;
  });
  return every(await Promise.all(members));
}
