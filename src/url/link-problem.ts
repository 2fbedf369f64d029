/** The message in the catalogue is `link.<kind>`. */
export interface LinkProblem {
  kind: 'badDate' | 'reversedWindow' | 'badChoice' | 'tooLong' | 'newerVersion';
  key: string;
  found: string;
}
