import MiniSearch from 'minisearch';
import { wordsOf } from '../../src/lib/fold';
import type { Texts } from './texts';

/**
 * MiniSearch over the same texts in one field, with the project's own word splitting and folding. Every search word must
 * match the beginning of a word.
 */
export function buildMinisearch(texts: Texts) {
  const search = new MiniSearch({ fields: ['text'], tokenize: wordsOf, processTerm: word => word });
  for (const [id, fields] of texts.entries()) search.add({ id, text: fields.join('\n') });
  return (question: string) => search.search(question, { combineWith: 'AND', prefix: true }).map(({ id }) => id);
}
