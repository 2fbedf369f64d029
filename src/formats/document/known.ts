import type { DatasetHead, FieldType } from '../../model/dataset';

/** What the head of a dataset says about its activities. */
export interface Known {
  facets: ReadonlyMap<string, ReadonlySet<string>>;
  sources: ReadonlySet<string>;
  fields: ReadonlyMap<string, FieldType>;
  imageAt: ImageAt;
}

/** Returns the address of an image for the dataset, or null if the image may not be shown. */
export type ImageAt = (src: string) => string | null;

/** Returns a relative or web address unchanged, and null for others. Used if the dataset's own address is unknown. */
function anyImage(src: string): string | null {
  const isWeb =
    URL.canParse(src, 'https://localhost/') && /^https?:$/.test(new URL(src, 'https://localhost/').protocol);
  return isWeb ? src : null;
}

type KnownHead = Pick<DatasetHead, 'facets' | 'sources' | 'fields'>;

export function knownOf({ facets, sources, fields = [] }: KnownHead, imageAt: ImageAt = anyImage): Known {
  return {
    imageAt,
    fields: new Map(fields.map(({ id, type }) => [id, type])),
    facets: new Map(facets.map(facet => [facet.id, new Set(facet.values.map(value => value.id))])),
    sources: new Set(sources.map(source => source.id)),
  };
}
