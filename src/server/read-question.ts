import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type ExportQuestion, FIRST_MS, FIRST_PARAMETER, type Question } from '../engine/remote/api';
import type { DatasetHead } from '../model/dataset';
import type { Wants } from '../model/wants';
import { ASK_SCHEMA, EXPORT_SCHEMA } from './question-schema';

/** The maximum length of a question in characters. */
export const MAX_QUESTION = 500_000;

const ajv = new Ajv2020({ strict: true, strictTypes: false, verbose: true });

/** Thrown for a question that the server does not answer. The message is a sentence that gives the reason. */
export class BadQuestion extends Error {}

/**
 * Returns a function that parses a text and checks it against the schema. The function throws `BadQuestion` if the text
 * does not match.
 */
function readerOf<T>(schema: object): (text: string | undefined) => T {
  const isValid: ValidateFunction<T> = ajv.compile<T>(schema);
  return text => {
    if (text === undefined || text === '') throw new BadQuestion('The question is missing: give it as parameter q.');
    if (text.length > MAX_QUESTION) {
      throw new BadQuestion(`The question has ${text.length} characters; ${MAX_QUESTION} are allowed.`);
    }
    const value = parsed(text);
    if (isValid(value)) return value;
    throw new BadQuestion(sentenceOf(isValid.errors ?? []));
  };
}

const readShape = readerOf<Question>(ASK_SCHEMA);

/** The maximum number of counts in a matrix. Each cell of a matrix has one count for each bin of time. */
const MAX_COUNTS = 20_000_000;

export function readAsk(text: string | undefined): Question {
  const question = readShape(text);
  const { matrix } = question.wants;
  const countCount = matrix ? matrix.rows.limit * matrix.columns.limit * Math.max(1, matrix.edges.length) : 0;
  if (countCount <= MAX_COUNTS) return question;
  throw new BadQuestion(`“wants.matrix” in the question has up to ${countCount} counts; ${MAX_COUNTS} are allowed.`);
}

/** Reads the milliseconds that the caller waits for exact replies. Null if the caller waits for as long as it takes. */
export function readFirst(text: string | undefined): number | null {
  if (text === undefined) return null;
  const { minimum, maximum } = FIRST_MS;
  const milliseconds = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (milliseconds >= minimum && milliseconds <= maximum) return milliseconds;
  throw new BadQuestion(`The parameter ${FIRST_PARAMETER} must be a whole number from ${minimum} to ${maximum}.`);
}

/** Throws if a question names a facet that the dataset lacks, or asks for too many numbers. */
export function checkAgainst(
  { facets }: DatasetHead,
  { selection, wants }: Pick<Question, 'selection'> & { wants?: Wants },
): void {
  const known = new Map(facets.map(facet => [facet.id, facet]));
  const named = [...Object.keys(selection.facets), ...Object.keys(selection.compare?.facets ?? {})];
  const unknown = named.find(id => !known.has(id));
  if (unknown !== undefined) throw new BadQuestion(`The record has no facet “${unknown.slice(0, 60)}”.`);
  const { lanes, bins } = wants?.laneDensity ?? {};
  if (!bins) return;
  // Any value can have a lane. The activities without a value have one more lane.
  const countCount = bins.count * ((lanes ? (known.get(lanes.facet)?.values.length ?? 0) : 0) + 1);
  if (countCount <= MAX_COUNTS) return;
  throw new BadQuestion(
    `“wants.laneDensity” in the question has up to ${countCount} counts; ${MAX_COUNTS} are allowed.`,
  );
}

export const readExport = readerOf<ExportQuestion>(EXPORT_SCHEMA);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadQuestion('The question is not JSON.');
  }
}

/** Describes the first error, without the values of the question, so that they appear in no log or page. */
function sentenceOf(errors: readonly ErrorObject[]): string {
  // If a schema has alternatives, ajv lists their errors before the error of the whole schema.
  const [error] = errors;
  if (!error) return 'The question does not follow the schema.';
  const place = error.instancePath === '' ? 'The question' : `“${pathOf(error)}” in the question`;
  const { limit, type, allowedValues, missingProperty } = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties':
      return `${place} has a member that the server does not know.`;
    case 'required':
      return `${place} lacks “${missingProperty}”.`;
    case 'type':
      return `${place} must be of type ${type}.`;
    case 'enum':
      return `${place} must be one of ${JSON.stringify(allowedValues)}.`;
    case 'const':
      return `${place} must be true, or be left out.`;
    case 'maxItems':
      return `${place} has too many entries; ${limit} are allowed.`;
    case 'maxLength':
      return `${place} is too long; ${limit} characters are allowed.`;
    case 'minimum':
    case 'maximum':
      return `${place} must be a number that is ${error.message?.replace('must be ', '')}.`;
    case 'minProperties':
      return `${place} asks for nothing.`;
    case 'pattern':
    case 'propertyNames':
      return `${place} names a facet that can’t exist.`;
    default:
      return `${place} ${error.message ?? 'does not follow the schema'}.`;
  }
}

function pathOf({ instancePath }: ErrorObject): string {
  return instancePath
    .slice(1)
    .split('/')
    .map(part => part.slice(0, 60))
    .join('.');
}
