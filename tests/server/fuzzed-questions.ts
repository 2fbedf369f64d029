import fc from 'fast-check';

const piece = fc.constantFrom(
  ...[
    '"',
    "'",
    '\\',
    '\0',
    '--',
    '/*',
    '*/',
    ';',
    '`',
    '%',
    '\n',
    '\u2028',
    '😀',
    '𝔘',
    'שלום',
    'مرحبا',
    '\u202e',
    'ß',
    '(',
    ')',
  ],
  ...['select', 'a', '-', '0', '{', '[', '\ud800', 'constructor', '__proto__'],
);
const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.constant(null),
  fc.boolean(),
  fc.constant([]),
  fc.constant({}),
);
const list = fc.array(text, { maxLength: 4 });
const choice = fc.record({ include: list, exclude: list, mode: fc.constantFrom('any', 'all') });
const facet = fc.oneof({ weight: 60, arbitrary: fc.constantFrom('region', 'theme') }, text);
const day = fc.oneof(fc.constant(null), fc.integer({ min: -1e9, max: 1e9 }));
const filters = { facets: fc.dictionary(facet, choice, { maxKeys: 3 }), text, from: day, to: day };
const order = fc.oneof(
  fc.constantFrom('date', '-date', 'title'),
  fc.record({ column: text, isDescending: fc.boolean() }),
);
const count = fc.integer({ min: 0, max: 500 });
const lanes = fc.record({ facet, open: list });
const days = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 5 });
const axis = fc.record({ facet, opened: list, limit: count });
const colour = fc.record({ facet, values: list });
const wants = fc.record(
  {
    counts: fc.constant(true),
    compared: fc.constant(true),
    density: fc.constant(true),
    differences: fc.record({ bars: fc.record({ a: days, b: days }) }),
    sides: fc.record({ part: fc.constantFrom('all', 'both', 'only'), order, limit: count }),
    colourCounts: colour,
    colourDensity: colour,
    rows: fc.record({ order, start: count, limit: count }),
    marks: fc.record({ limit: count, margin: count, lanes: fc.option(lanes) }),
    lanes,
    laneDensity: fc.record({
      lanes: fc.option(lanes),
      bins: fc.record({ start: count, end: count, count }),
      above: count,
    }),
    matrix: fc.record({ rows: axis, columns: axis, edges: days }),
    removals: fc.constant(true),
    activity: fc.record({ id: text }),
    neighbours: fc.record({ id: text, order }),
    related: fc.record({ id: text }),
    trends: fc.constant(true),
  },
  { requiredKeys: [] },
);
const question = fc.record({
  selection: fc.record({ ...filters, compare: fc.option(fc.record(filters)) }),
  wants: fc.oneof({ weight: 9, arbitrary: wants as fc.Arbitrary<unknown> }, fc.dictionary(text, value, { maxKeys: 2 })),
});

/** Returns as many questions about the small document, half of them against the schema, always the same ones. */
export function fuzzedQuestions(count: number): unknown[] {
  return fc.sample(question, { numRuns: count, seed: 21 });
}
