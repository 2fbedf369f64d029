import { termsTest } from '../../lib/find-words';
import type { SearchTerms } from '../../lib/search-text';
import { WordCutter } from '../../lib/word-cutter';
import { addBit, type Bitset, emptyBitset } from './bitset';
import type { FieldsAt } from './text-index';

/**
 * Returns a function that searches by reading the words of every activity. The first search splits the texts into words
 * and folds the words (removes case and accents). Later searches reuse the folded words.
 */
export function textScan(size: number, fieldsAt: FieldsAt): (terms: SearchTerms) => Bitset {
  const cutter = new WordCutter();
  const known: Uint16Array[] = [];
  return terms => {
    const found = emptyBitset(size);
    const isFound = termsTest(terms);
    for (let position = 0; position < size; position += 1) {
      const text = known[position] ?? cutter.cutFields(fieldsAt(position));
      known[position] = text;
      if (isFound(text)) addBit(found, position);
    }
    return found;
  };
}
