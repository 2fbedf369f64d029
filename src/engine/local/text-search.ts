import { once } from '../../lib/once';
import { asksNothing, parseSearch } from '../../lib/search-text';
import type { Records } from '../../model/records';
import type { Bitset } from './bitset';
import { textScan } from './scan-text';
import { searchedTexts } from './searched-texts';
import type { Slicing } from './slices';
import { type FieldsAt, searchText, type TextIndex } from './text-index';
import { textIndexFromSections } from './text-sections';

/** With at most this many activities, readers notice no difference between scanning and a text index. */
const MAX_SCANNED = 20_000;

/** Finds activities by text. Scans the texts if the file has no index and `makeIndex` has not built one yet. */
export interface TextSearch {
  /** Returns the positions that match a search text, or null if the text has no terms. */
  find(text: string): Bitset | null;
  /** Waits until `find` can search for the text. Loads the stored index, or all texts if they are needed. */
  ready(text: string): Promise<void>;
  /** Builds the index in slices of a few milliseconds. Does nothing if the dataset is small or has a stored index. */
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
  /** Uses the index in the dataset's file. Returns false if the file has none that this version can use. */
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
      // Loaded on demand, because few datasets are large and have no stored index.
      const { buildInSlices } = await import('./text-index-builder');
      use(await buildInSlices({ size, fieldsAt }, slicing));
    },
  };
}
