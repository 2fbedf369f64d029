/** A part of a link that could not be applied. The catalogue has a message for each kind: `link.<kind>`. */
export interface LinkProblem {
  kind: 'badDate' | 'reversedWindow' | 'badChoice' | 'tooLong' | 'newerVersion';
  key: string;
  found: string;
}
