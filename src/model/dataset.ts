import type { Day, DaySpan } from '../lib/day';

/** Words in one language, or in several keyed by BCP 47 tag. */
export type Text = string | Readonly<Record<string, string>>;

/** The bucket of activities without any value of a facet; it is chosen, excluded and counted like a value. */
export const NONE = '_none';

export interface FacetValue {
  id: string;
  label: Text;
  short?: Text;
  /** The words that say it in a sentence where its facet's phrase would not: `worldwide`. */
  phrase?: Text;
  broader?: string;
  aliases?: readonly Text[];
  description?: Text;
  url?: string;
  /** The same thing in other vocabularies, mostly addresses. */
  exactMatch?: readonly string[];
}

export interface Facet {
  id: string;
  label: Text;
  description?: Text;
  /** How its values stand in a sentence: `in {values}`, or `on {lowercase}` for names that begin small inside one. */
  phrase?: Text;
  /** In display order; a value comes after the value it is below. */
  values: readonly FacetValue[];
}

export interface Place {
  name: Text;
  country?: string;
  /** Longitude and latitude in degrees. */
  coordinates?: readonly [longitude: number, latitude: number];
}

export interface Link {
  label: Text;
  url: string;
}

export interface SourceRef {
  id: string;
  item?: number;
  note?: Text;
}

export interface Activity extends DaySpan {
  id: string;
  formerIds?: readonly string[];
  /** The EDTF text of the date; `earliest` and `latest` are its first and last possible day. */
  date: string;
  title: Text;
  short?: Text;
  summary?: Text;
  dateNote?: Text;
  /** Facet id → the activity's own value ids, without the values above them. */
  tags: Readonly<Record<string, readonly string[]>>;
  place?: Place;
  links?: readonly Link[];
  source?: SourceRef;
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

/** All of a dataset but its activities: what the page needs to know before it asks anything. */
export interface DatasetHead {
  id: string;
  title: Text;
  description?: Text;
  publisher?: Text;
  license?: string;
  /** BCP 47. */
  language: string;
  updated?: string;
  sources: readonly Source[];
  coverage: readonly Coverage[];
  facets: readonly Facet[];
}

export interface Dataset extends DatasetHead {
  /** By earliest day, latest day, clock time and id. */
  activities: readonly Activity[];
}

/** Whether there is anything to choose in a facet; one without values is passed over everywhere. */
export function hasValues({ values }: Facet): boolean {
  return values.length > 0;
}
