/** A part of a link that could not be applied; the catalogue has the sentence for each kind under `link.<kind>`. */
export interface LinkProblem {
  kind: 'badDate' | 'reversedWindow' | 'badChoice' | 'tooLong' | 'newerVersion';
  key: string;
  found: string;
}
