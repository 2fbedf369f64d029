import { wordsOf } from '../lib/fold';
import { asksNothing, matchesSearch, parseSearch } from '../lib/search-text';
import type { Activity, Text } from '../model/dataset';
import type { Records } from '../model/records';
import { addBit } from './bitset';

type Fields = readonly (readonly string[])[];

/** Answers a search by reading every activity's folded words, which are made once. */
export function scanText(records: Records): (text: string) => Uint32Array | null {
  const fieldsAt = searchedFields(records);
  const known = new Array<Fields | undefined>(records.size);
  return text => {
    const terms = parseSearch(text);
    if (asksNothing(terms)) return null;
    const found = new Uint32Array((records.size + 31) >>> 5);
    for (let position = 0; position < records.size; position += 1) {
      const fields = known[position] ?? fieldsAt(position);
      known[position] = fields;
      if (matchesSearch(terms, fields)) addBit(found, position);
    }
    return found;
  };
}

/** The folded words of each field that a search looks into: title, summary, place, labels and aliases of its own tags. */
export function searchedFields(records: Records): (position: number) => Fields {
  const labels = new Map(
    records.head.facets.map(facet => [
      facet.id,
      new Map(
        facet.values.map(value => [
          value.id,
          [value.label, ...(value.aliases ?? [])].flatMap(languagesOf).map(label => wordsOf(label)),
        ]),
      ),
    ]),
  );
  return position => {
    const activity = records.activityAt(position);
    const tagged = Object.entries(activity.tags).flatMap(([facet, values]) =>
      values.flatMap(value => labels.get(facet)?.get(value) ?? []),
    );
    return [...ownTexts(activity).map(text => wordsOf(text)), ...tagged];
  };
}

function ownTexts({ title, summary, place }: Activity): string[] {
  return [title, summary, place?.name].flatMap(languagesOf);
}

/** Every language of a text is searched, so that a link finds the same in every language. */
function languagesOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
