import { once } from '../../lib/once';
import { asksNothing, parseSearch } from '../../lib/search-text';
import type { Records } from '../../model/records';
import type { Bitset } from './bitset';
import { textScan } from './scan-text';
import { searchedTexts } from './searched-texts';
import type { Slicing } from './slices';
import { type FieldsAt, searchText, type TextIndex } from './text-index';
import { textIndexFromSections } from './text-sections';

/** Up to this many activities, a scan is as fast as an index for a user. */
const MAX_SCANNED = 20_000;

/** Finds activities by text, with the index stored in the dataset's file, or by scanning until an index exists. */
export interface TextSearch {
  /** Returns the positions that match a search text; null if the text has no terms. */
  find(text: string): Bitset | null;
  /** Waits until `find` can answer: until the stored index, or the text to scan, has loaded. */
  ready(text: string): Promise<void>;
  /** Builds the index of a large dataset without a stored one, a few milliseconds at a time. */
  makeIndex(slicing: Slicing): Promise<void>;
}

export function createTextSearch(records: Records): TextSearch {
  const { size } = records;
  const textsOf = searchedTexts(records.head);
  const fieldsAt: FieldsAt = position => textsOf(records.rowAt(position));
  let search = textScan(size, fieldsAt);
  const use = (index: TextIndex) => {
    search = terms => searchText(index, terms, fieldsAt);
  };
  /** Uses the index stored in the dataset's file, if there is one; returns whether there is. */
  const loadStoredIndex = once(async () => {
    const sections = await records.wordIndex();
    const index = sections && textIndexFromSections(sections, size);
    if (index) use(index);
    return index !== null;
  });
  return {
    find(text) {
      const terms = parseSearch(text);
      return asksNothing(terms) ? null : search(terms);
    },
    async ready(text) {
      const { phrases, notPhrases } = parseSearch(text);
      const readsText = [...phrases, ...notPhrases].some(words => words.length > 1);
      if (!(await loadStoredIndex()) || readsText) await records.whole();
    },
    async makeIndex(slicing) {
      if ((await loadStoredIndex()) || size <= MAX_SCANNED) return;
      await records.whole();
      // Imported on demand, as few datasets need it.
      const { buildInSlices } = await import('./text-index-builder');
      use(await buildInSlices({ size, fieldsAt }, slicing));
    },
  };
}
