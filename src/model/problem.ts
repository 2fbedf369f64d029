/** The kinds of problems inside a dataset. The message catalogue has a sentence for each under `problem.<code>`. */
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
  | 'refusedImage'
  | 'badColour'
  | 'notOwnAddress'
  | 'configFormat'
  | 'badLanguage'
  | 'badCountry'
  | 'badCoordinates'
  | 'badItem'
  | 'dateForm'
  | 'dateNoSuchDay'
  | 'dateNoSuchTime'
  | 'dateReversed'
  | 'dateAmbiguous'
  | 'dateTooFar'
  | 'dateOpen'
  | 'farOff'
  | 'rowSkipped'
  | 'dayFirst'
  | 'monthFirst'
  | 'otherSheets'
  | 'otherLists'
  | 'hiddenSheets'
  | 'hiddenRows'
  | 'mergedCells'
  | 'recurring'
  | 'serialDay'
  | 'otherColumns'
  | 'unsplit'
  | 'otherLabel'
  | 'perhapsYear'
  | 'undated'
  | 'badFieldType'
  | 'unknownFieldId'
  | 'notNumber'
  | 'textBefore'
  | 'lineUndated';

/** `loss` is what was left out: `record` the whole activity or value, `field` this field, `note` nothing. */
export interface Problem {
  /** The path of the problem, for example `activities[12].date`. */
  path: string;
  code: ProblemCode;
  loss: 'record' | 'field' | 'note';
  /** The value that caused the problem, as JSON, cut to a readable length. */
  found?: string;
  /** Corrections that are offered to the user. None is applied automatically. */
  proposals?: readonly string[];
}

/** The numbers of problems that are not listed, because there are too many, by what they caused to be left out. */
export type Unlisted = Readonly<Record<Problem['loss'], number>>;

export const NONE_UNLISTED: Unlisted = { record: 0, field: 0, note: 0 };

/** Returns the numbers of problems, by what they caused to be left out, including those that are not listed. */
export function countedByLoss(problems: Iterable<Pick<Problem, 'loss'>>, unlisted: Unlisted): Unlisted {
  const counts = { ...unlisted };
  for (const { loss } of problems) counts[loss] += 1;
  return counts;
}

/**
 * Returns whether a problem caused an activity to be left out. The paths of such problems begin with the activity's
 * index, line or row.
 */
export function isLostActivity({ path, loss }: Problem): boolean {
  return (
    loss === 'record' && (path.startsWith('activities[') || path.startsWith('line ') || /^(?:row|event) /.test(path))
  );
}

/** Why a dataset could not be opened. The message catalogue has sentences under `failure.<code>`. */
export type OpenFailureCode =
  | 'unreachable'
  | 'notShared'
  | 'status'
  | 'refusedOrigin'
  | 'refusedPolicy'
  | 'refusedRedirect'
  | 'refusedScheme'
  | 'refusedUser'
  | 'badAddress'
  | 'localGone'
  | 'badReading'
  | 'readingAlone'
  | 'empty'
  | 'notJson'
  | 'noDates'
  | 'noDatedText'
  | 'program'
  | 'html'
  | 'pdf'
  | 'oldOffice'
  | 'protected'
  | 'notObject'
  | 'wrongFormat'
  | 'noActivities'
  | 'damaged'
  | 'brokenWorkbook'
  | 'workbookTooLarge'
  | 'otherArchive'
  | 'tooLarge'
  | 'cancelled'
  | 'workerLost'
  | 'workerRefused'
  | 'datasetChanged'
  | 'refusedQuestion'
  | 'serverFailed'
  | 'tooSlow';

export class OpenFailure extends Error {
  readonly code: OpenFailureCode;
  /** A detail for the sentence, for example an HTTP status, the value of `format`, or the beginning of the file. */
  readonly found: string;
  constructor(code: OpenFailureCode, found = '') {
    super(`${code} ${found}`.trim());
    this.name = 'OpenFailure';
    this.code = code;
    this.found = found;
  }
}
