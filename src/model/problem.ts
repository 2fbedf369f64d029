/** Problems inside a dataset; the message catalogue has the sentence for each under `problem.<code>`. */
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
 * One problem at one path. `loss` says what was left out: `record` the activity or value, `field` only this field,
 * `note` nothing.
 */
export interface Problem {
  /** For example `activities[12].date`. */
  path: string;
  code: ProblemCode;
  loss: 'record' | 'field' | 'note';
  /** The value found, as JSON, cut to a readable length. */
  found?: string;
  /** Possible readings offered to the user; none is applied automatically. */
  proposals?: readonly string[];
}

/** Returns whether an activity was left out: its path names its index or line. */
export function isLostActivity({ path, loss }: Problem): boolean {
  return loss === 'record' && (path.startsWith('activities[') || path.startsWith('line '));
}

/** Reasons why no dataset was opened; the catalogue has the sentences for each under `failure.<code>`. */
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
  /** Detail for the sentence: an HTTP status, the value of `format`, the beginning of the file. */
  readonly found: string;
  constructor(code: OpenFailureCode, found = '') {
    super(`${code} ${found}`.trim());
    this.name = 'OpenFailure';
    this.code = code;
    this.found = found;
  }
}
