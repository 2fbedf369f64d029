/** Something a link says that could not be followed; each has its sentence under `link.<kind>`. */
export interface LinkProblem {
  kind: 'badDate' | 'reversedWindow' | 'badChoice' | 'tooLong' | 'newerVersion';
  key: string;
  found: string;
}
