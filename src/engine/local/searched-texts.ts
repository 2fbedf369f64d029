import type { DatasetHead, Text } from '../../model/dataset';
import type { StoredRow } from '../../model/records';

/**
 * Returns a function that lists the searched texts of an activity: title, summary, place and notes, and the labels and
 * aliases of its values.
 */
export function searchedTexts({ facets }: DatasetHead): (row: StoredRow) => string[] {
  const labels = new Map(
    facets.map(facet => [
      facet.id,
      new Map(facet.values.map(value => [value.id, [value.label, ...(value.aliases ?? [])].flatMap(languagesOf)])),
    ]),
  );
  return ({ title, summary, place, notes, tags }) => {
    const tagged = Object.entries(tags).flatMap(([facet, values]) =>
      values.flatMap(value => labels.get(facet)?.get(value) ?? []),
    );
    return [...[title, summary, place?.name, ...(notes ?? [])].flatMap(languagesOf), ...tagged];
  };
}

/** Returns a text in all its languages, so that a link finds the same activities in every language. */
function languagesOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
