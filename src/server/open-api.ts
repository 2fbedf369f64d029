import { FIRST_MS, FIRST_PARAMETER, MAX_GAP_MS, TOTAL_HEADER } from '../engine/remote/api';
import { ASK_SCHEMA, EXPORT_SCHEMA, type Schema } from './question-schema';

interface Operation {
  path: string;
  summary: string;
  /** Null if requests to this path contain no question. */
  question: Schema | null;
  isOfVersion: boolean;
  /** Whether the reply may be estimated from a sample. */
  canBeSampled?: true;
  reply: { type: string; description: string; headers?: readonly string[] };
  /** The possible HTTP statuses besides 200. */
  statuses: readonly number[];
}

const OPERATIONS: readonly Operation[] = [
  {
    path: '/dataset',
    summary: 'The version and the description of the dataset: its facets, extent, counts and density.',
    question: null,
    isOfVersion: false,
    reply: { type: 'application/json', description: '{version, dataset, canSample}' },
    statuses: [304, 429, 503],
  },
  {
    path: '/ask',
    summary: 'Replies to everything that is wanted about a selection.',
    question: ASK_SCHEMA,
    isOfVersion: true,
    canBeSampled: true,
    reply: {
      type: 'application/json',
      description:
        '{replies, parts, sample}: a reply for each want, under its name. parts is null, or {answered, of, activities, total} if some parts of the dataset did not answer. sample is null if the replies are exact, or {rate} if they are estimated from one of rate activities.',
    },
    statuses: [304, 400, 409, 429, 503],
  },
  {
    path: '/export',
    summary: 'All activities of a selection in an order, one JSON object per line.',
    question: EXPORT_SCHEMA,
    isOfVersion: true,
    reply: {
      type: 'application/x-ndjson',
      description: 'The activities. With fewer lines than the header says, the reply has broken off.',
      headers: [TOTAL_HEADER],
    },
    statuses: [400, 409, 429, 503],
  },
  {
    path: '/record/{name}.json',
    summary: 'The whole dataset as one JSON document, under any name.',
    question: null,
    isOfVersion: false,
    reply: { type: 'application/json', description: 'The dataset, as docs/FORMAT.md describes it.' },
    statuses: [429, 503],
  },
  {
    path: '/version',
    summary: 'The version that citations name. The server reads all activities to work it out, once.',
    question: null,
    isOfVersion: true,
    reply: { type: 'application/json', description: '{version}' },
    statuses: [409, 429, 503],
  },
  {
    path: '/health',
    summary: 'Whether the server runs.',
    question: null,
    isOfVersion: false,
    reply: { type: 'application/json', description: '{status}' },
    statuses: [],
  },
  {
    path: '/ready',
    summary: 'Whether the dataset is open and the server takes requests.',
    question: null,
    isOfVersion: false,
    reply: { type: 'application/json', description: '{status}' },
    statuses: [503],
  },
  {
    path: '/openapi.json',
    summary: 'This description.',
    question: null,
    isOfVersion: false,
    reply: { type: 'application/json', description: 'OpenAPI 3.1' },
    statuses: [429],
  },
];

const STATUSES: Readonly<Record<number, string>> = {
  304: 'The client has this reply already (If-None-Match).',
  400: 'The question does not follow the schema. The message says why.',
  409: 'The server has another version of the dataset by now.',
  429: 'Too many requests from this address. Retry-After says when to ask again.',
  503: 'The dataset is being opened or can’t be read at present, the server is busy, or the answer takes too long.',
};

const ERROR: Schema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' }, seconds: { type: 'number' } },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
};

/** Returns the OpenAPI 3.1 description of the API, made from the schemas that check the questions. */
export function openApi(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chronofacet',
      version: '1',
      description: 'Questions about one dataset of dated activities. Days are numbers: 0 is 1 January 1970.',
    },
    servers: [{ url: './' }],
    paths: Object.fromEntries(OPERATIONS.map(operation => [operation.path, pathItem(operation)])),
  };
}

function pathItem(operation: Operation): Schema {
  const { question, isOfVersion } = operation;
  const version = {
    name: 'v',
    in: 'query',
    description: 'The version that the reply must belong to. Without it, the present one answers.',
    schema: { type: 'string' },
  };
  const asked = {
    name: 'q',
    in: 'query',
    required: true,
    description: 'The question, as JSON. Equal questions with sorted keys are cached together.',
    content: { 'application/json': { schema: question } },
  };
  const first = {
    name: FIRST_PARAMETER,
    in: 'query',
    description: `How many milliseconds to wait for exact replies. If they take longer and canSample of the dataset is true, the replies may be estimated from a sample (sample is not null). To get the exact ones, ask again without this parameter within ${MAX_GAP_MS / 1000} seconds; until then the server goes on working on them. Without it, replies are exact.`,
    schema: { type: 'integer', ...FIRST_MS },
  };
  const named = { name: 'name', in: 'path', required: true, description: 'Any name.', schema: { type: 'string' } };
  const parameters = isOfVersion
    ? [version, ...(operation.canBeSampled ? [first] : [])]
    : operation.path.includes('{name}')
      ? [named]
      : [];
  const common = { summary: operation.summary, responses: responsesOf(operation) };
  if (!question) return { get: { ...common, parameters } };
  return {
    get: { ...common, parameters: [...parameters, asked] },
    post: {
      ...common,
      description: 'The same for questions that are too long for an address.',
      parameters,
      requestBody: { required: true, content: { 'application/json': { schema: question } } },
    },
  };
}

function responsesOf({ reply: { type, description, headers = [] }, statuses }: Operation): Schema {
  const sent = headers.map(name => [name, { description: 'The number of lines.', schema: { type: 'integer' } }]);
  const good = {
    description,
    content: { [type]: {} },
    ...(headers.length > 0 && { headers: Object.fromEntries(sent) }),
  };
  const others = statuses.map(status => [
    status,
    { description: STATUSES[status], ...(status !== 304 && { content: { 'application/json': { schema: ERROR } } }) },
  ]);
  return { 200: good, ...Object.fromEntries(others) };
}
