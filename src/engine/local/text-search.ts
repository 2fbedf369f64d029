import { once } from '../../lib/once';
import { asksNothing, parseSearch } from '../../lib/search-text';
import type { Records } from '../../model/records';
import type { Bitset } from './bitset';
import { textScan } from './scan-text';
import { searchedTexts } from './searched-texts';
import type { Slicing } from './slices';
import { type FieldsAt, searchText, type TextIndex } from './text-index';
import { textIndexFromSections } from './text-sections';

/** Up to so many activities nobody can tell a scan from an index. */
const SCANNED = 20_000;

/** What a search text finds; by the index that came with the records, or by a scan until there is one. */
export interface TextSearch {
  /** The positions that satisfy a search text; null when it asks nothing. */
  find(text: string): Bitset | null;
  /** Waits until `find` can answer this: for an index that is on its way, or for as much text as is looked at. */
  ready(text: string): Promise<void>;
  /** Makes the index of a large record that came without one, a few milliseconds at a time. */
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
  /** Whether there is an index that came with the records. */
  const came = once(async () => {
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
      if (!(await came()) || readsText) await records.whole();
    },
    async makeIndex(slicing) {
      if ((await came()) || size <= SCANNED) return;
      await records.whole();
      // Few records need it: its code comes when one does.
      const { buildInSlices } = await import('./text-index-builder');
      use(await buildInSlices({ size, fieldsAt }, slicing));
    },
  };
}
