/** What can be wrong inside a dataset; each has its sentence in the message catalogue under `problem.<code>`. */
export type ProblemCode =
  | 'notUtf8'
  | 'badBytes'
  | 'notJson'
  | 'notObject'
  | 'missing'
  | 'notText'
  | 'blank'
  | 'tooLong'
  | 'notSlug'
  | 'reservedId'
  | 'badPhrase'
  | 'notList'
  | 'duplicateId'
  | 'formerIdTaken'
  | 'unknownField'
  | 'unknownFacet'
  | 'unknownValue'
  | 'unknownBroader'
  | 'broaderCycle'
  | 'unknownSource'
  | 'badDay'
  | 'badUrl'
  | 'badLanguage'
  | 'badCountry'
  | 'badCoordinates'
  | 'badItem'
  | 'dateEmpty'
  | 'dateForm'
  | 'dateNoSuchDay'
  | 'dateNoSuchTime'
  | 'dateReversed'
  | 'dateAmbiguous'
  | 'dateTooFar'
  | 'dateOpen'
  | 'farOff';

/**
 * One thing wrong at one place. `record`: the activity or value was left out; `field`: only this field was; `note`:
 * everything was kept.
 */
export interface Problem {
  /** As in `activities[12].date`. */
  path: string;
  code: ProblemCode;
  loss: 'record' | 'field' | 'note';
  /** The value found, as JSON, cut to a readable length. */
  found?: string;
  /** Readings offered to a person; none is taken by itself. */
  proposals?: readonly string[];
}

/** True where an activity was left out; its path names its place in the list or its line. */
export function isLostActivity({ path, loss }: Problem): boolean {
  return loss === 'record' && (path.startsWith('activities[') || path.startsWith('line '));
}

/** Why nothing could be opened; each has its sentences in the catalogue under `failure.<code>`. */
export type OpenFailureCode =
  | 'unreachable'
  | 'status'
  | 'refusedOrigin'
  | 'refusedRedirect'
  | 'refusedScheme'
  | 'refusedUser'
  | 'badAddress'
  | 'empty'
  | 'notJson'
  | 'table'
  | 'notObject'
  | 'wrongFormat'
  | 'noActivities'
  | 'damaged'
  | 'tooLarge'
  | 'cancelled'
  | 'workerLost'
  | 'workerRefused'
  | 'datasetChanged';

export class OpenFailure extends Error {
  readonly code: OpenFailureCode;
  /** What was found, for the sentence: an HTTP status, the value of `format`, the beginning of the file. */
  readonly found: string;
  constructor(code: OpenFailureCode, found = '') {
    super(`${code} ${found}`.trim());
    this.name = 'OpenFailure';
    this.code = code;
    this.found = found;
  }
}
