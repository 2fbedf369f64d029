import { asksNothing, parseSearch } from '../lib/search-text';
import type { Text } from '../model/dataset';
import type { Records } from '../model/records';
import type { Bitset } from './bitset';
import { textScan } from './scan-text';
import { type FieldsAt, searchText } from './text-index';
import { buildInSlices, type Slicing } from './text-index-builder';

/** Up to so many activities nobody can tell a scan from an index. */
const SCANNED = 20_000;

/** What a search text finds; by a scan at first, and by an index once there is one. */
export interface TextSearch {
  /** The positions that satisfy a search text; null when it asks nothing. */
  find(text: string): Bitset | null;
  /** Makes the index of a large record, a few milliseconds at a time; all text must be there. */
  makeIndex(slicing: Slicing): Promise<void>;
}

export function createTextSearch(records: Records): TextSearch {
  const { size } = records;
  const fieldsAt = searchedTexts(records);
  let search = textScan(size, fieldsAt);
  return {
    find(text) {
      const terms = parseSearch(text);
      return asksNothing(terms) ? null : search(terms);
    },
    async makeIndex(slicing) {
      if (size <= SCANNED) return;
      const index = await buildInSlices({ size, fieldsAt }, slicing);
      search = terms => searchText(index, terms, fieldsAt);
    },
  };
}

/** The texts that a search looks into: title, summary, place, labels and aliases of the activity's own tags. */
function searchedTexts(records: Records): FieldsAt {
  const labels = new Map(
    records.head.facets.map(facet => [
      facet.id,
      new Map(facet.values.map(value => [value.id, [value.label, ...(value.aliases ?? [])].flatMap(languagesOf)])),
    ]),
  );
  return position => {
    const { title, summary, place, tags } = records.rowAt(position);
    const tagged = Object.entries(tags).flatMap(([facet, values]) =>
      values.flatMap(value => labels.get(facet)?.get(value) ?? []),
    );
    return [...[title, summary, place?.name].flatMap(languagesOf), ...tagged];
  };
}

/** Every language of a text is searched, so that a link finds the same in every language. */
function languagesOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
