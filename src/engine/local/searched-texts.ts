import type { ActivityRow } from '../../model/answer';
import type { DatasetHead, Text } from '../../model/dataset';

/** The texts that a search looks into: title, summary, place, notes, labels and aliases of the activity's own tags. */
export function searchedTexts({ facets }: DatasetHead): (row: ActivityRow) => string[] {
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

/** Every language of a text is searched, so that a link finds the same in every language. */
function languagesOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
