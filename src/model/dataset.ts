import type { Day, DaySpan } from '../lib/day';

/** A text in one language, or texts by language. Languages are BCP 47 tags. */
export type Text = string | Readonly<Record<string, string>>;

/** The id that means "no value" in every facet. Readers can choose and exclude it like a value. */
export const NONE = '_none';

export interface FacetValue {
  id: string;
  label: Text;
  short?: Text;
  /** The words for the value in sentences, if the facet's phrase does not suit the value: `worldwide`. */
  phrase?: Text;
  broader?: string;
  aliases?: readonly Text[];
  description?: Text;
  url?: string;
  /** Identifiers, usually URLs, of the same concept in other vocabularies. */
  exactMatch?: readonly string[];
  /** The dates at which the value came into use and went out of use. */
  validFrom?: string;
  validUntil?: string;
  replacedBy?: string;
}

export interface Facet {
  id: string;
  label: Text;
  description?: Text;
  /** The facet's values in sentences: `in {values}`. `on {lowercase}` makes the first letters lower case. */
  phrase?: Text;
  /** In display order. Values come after their parents. */
  values: readonly FacetValue[];
}

export const FIELD_TYPES = ['text', 'number', 'link', 'date'] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** A field that the dataset adds to its activities. Its id differs from the ids of all facets. */
export interface Field {
  id: string;
  label: Text;
  type: FieldType;
}

/** The value of a field: a text, a number, a web address or an EDTF date, depending on the type of the field. */
export type FieldValue = Text | number;

export interface Place {
  name: Text;
  country?: string;
  coordinates?: readonly [longitude: number, latitude: number];
}

export interface Link {
  label: Text;
  url: string;
}

export interface Image {
  /** The address of the file. It is relative only if the dataset was read without an address. */
  src: string;
  alt: Text;
  credit?: Text;
}

export interface SourceRef {
  id: string;
  item?: number;
  note?: Text;
}

export interface Activity extends DaySpan {
  id: string;
  formerIds?: readonly string[];
  /** The date as EDTF, or '' without a date. `earliest` and `latest` are its first and last possible day. */
  date: string;
  title: Text;
  short?: Text;
  summary?: Text;
  dateNote?: Text;
  /** Maps a facet id to the ids of the activity's values. Ancestors of these values are left out. */
  tags: Readonly<Record<string, readonly string[]>>;
  place?: Place;
  links?: readonly Link[];
  image?: Image;
  source?: SourceRef;
  values?: Readonly<Record<string, FieldValue>>;
}

export interface Source {
  id: string;
  title: Text;
  url?: string;
}

export interface Coverage {
  from: Day;
  to: Day;
  note?: Text;
}

/** A dataset without its activities: everything that the page needs before it sends wants. */
export interface DatasetHead {
  id: string;
  title: Text;
  description?: Text;
  publisher?: Text;
  license?: string;
  /** The default language of the texts, as a BCP 47 tag. */
  language: string;
  updated?: string;
  /** Where readers can send corrections: an e-mail address, or the https address of a page. */
  contact?: string;
  sources: readonly Source[];
  coverage: readonly Coverage[];
  facets: readonly Facet[];
  /** In display order; absent if there are none. */
  fields?: readonly Field[];
}

export interface Dataset extends DatasetHead {
  /** Sorted by earliest day, latest day, clock time and id. */
  activities: readonly Activity[];
}

/** Returns whether a facet has values. Facets without values are not shown. */
export function hasValues({ values }: Facet): boolean {
  return values.length > 0;
}
