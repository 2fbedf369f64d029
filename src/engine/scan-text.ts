import { wordsOf } from '../lib/fold';
import { matchesSearch, type SearchTerms } from '../lib/search-text';
import { addBit, type Bitset, emptyBitset } from './bitset';
import type { FieldsAt } from './text-index';

type Words = readonly (readonly string[])[];

/** Answers searches by reading every activity's folded words, which are made once. */
export function textScan(size: number, fieldsAt: FieldsAt): (terms: SearchTerms) => Bitset {
  const known: Words[] = [];
  return terms => {
    const found = emptyBitset(size);
    for (let position = 0; position < size; position += 1) {
      const words = known[position] ?? fieldsAt(position).map(text => wordsOf(text));
      known[position] = words;
      if (matchesSearch(terms, words)) addBit(found, position);
    }
    return found;
  };
}
