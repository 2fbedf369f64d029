/** A date of CSL-JSON: `[[2026, 11, 30]]`. */
export interface CslDate {
  'date-parts': readonly (readonly number[])[];
}

/** The part of CSL-JSON that citations use. All texts are on one line. */
export interface CslItem {
  id: string;
  type: 'dataset' | 'chapter';
  title: string;
  'container-title'?: string;
  author?: readonly { literal: string }[];
  issued?: CslDate;
  accessed: CslDate;
  version?: string;
  language: string;
  /** The date of a cited activity, in words. */
  'event-date'?: { literal: string };
  /** The licence, for which CSL has no field. */
  note?: string;
  URL: string;
}
