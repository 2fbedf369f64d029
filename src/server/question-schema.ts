import type { Wants } from '../model/wants';

/** A JSON Schema (2020-12) of a value. These schemas check the questions to the API and are part of its OpenAPI description. */
export type Schema = Readonly<Record<string, unknown>>;

const MAX_ITEMS = 20_000;
const MAX_ROWS = 100_000;
const MAX_LINES = 10_000;
const FARTHEST_DAY = 1_000_000_000;

const flag: Schema = { const: true };
const id: Schema = { type: 'string', minLength: 1, maxLength: 500 };
const ids: Schema = { type: 'array', items: id, maxItems: MAX_ITEMS };
const day: Schema = { type: 'integer', minimum: -2 * FARTHEST_DAY, maximum: 2 * FARTHEST_DAY };
const days: Schema = { type: 'array', items: day, maxItems: MAX_LINES };

function count(maximum: number): Schema {
  return { type: 'integer', minimum: 0, maximum };
}

/** Returns the schema of an object with these members and no others. */
function object(required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

const filters = {
  facets: {
    type: 'object',
    propertyNames: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 500 },
    maxProperties: 1000,
    additionalProperties: object({ include: ids, exclude: ids, mode: { enum: ['any', 'all'] } }),
  },
  text: { type: 'string', maxLength: 64_000 },
  from: orNull(day),
  to: orNull(day),
};

const selection = object({ ...filters, compare: orNull(object(filters)) });
const order: Schema = {
  anyOf: [{ enum: ['date', '-date', 'title'] }, object({ column: id, isDescending: { type: 'boolean' } })],
};
const lanes = object({ facet: id, open: ids });
const colour = object({ facet: id, values: { type: 'array', items: id, maxItems: MAX_ITEMS } });
const axis = object({ facet: id, opened: ids, limit: count(MAX_LINES) });
const period = object({ earliest: day, latest: day });

const wants: Record<keyof Wants, Schema> = {
  counts: flag,
  compared: flag,
  differences: object({ bars: object({ a: days, b: days }) }),
  sides: object({ part: { enum: ['all', 'both', 'only'] }, order, limit: count(MAX_ROWS) }),
  density: flag,
  colourCounts: colour,
  colourDensity: colour,
  rows: object(
    { order, start: count(FARTHEST_DAY), limit: count(MAX_ROWS) },
    { detailUpTo: count(MAX_ROWS), values: flag },
  ),
  marks: object({ limit: count(MAX_LINES), margin: count(4 * FARTHEST_DAY), lanes: orNull(lanes) }),
  lanes,
  laneDensity: object({
    lanes: orNull(lanes),
    bins: object({ start: day, end: day, count: count(MAX_LINES) }),
    above: count(FARTHEST_DAY),
  }),
  matrix: object({ rows: axis, columns: axis, edges: days }),
  removals: flag,
  activity: object({ id }),
  neighbours: object({ id, order }),
  related: object({ id }),
  trends: flag,
  facts: object({ periods: { type: 'array', items: period, maxItems: MAX_LINES } }),
};

export const ASK_SCHEMA: Schema = object({
  selection,
  wants: { ...object({}, wants), minProperties: 1 },
});

export const EXPORT_SCHEMA: Schema = object({ selection, order });
