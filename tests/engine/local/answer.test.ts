import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernel } from '../../../src/engine/local/kernel';
import { isOpen } from '../../../src/lib/day';
import type { Constraint } from '../../../src/model/answer';
import { askedText } from '../../../src/model/asked-text';
import type { Dataset } from '../../../src/model/dataset';
import { arbitraryDatasetOf } from '../../fixtures/arbitrary-dataset';
import { arbitraryQuestion, arbitraryQuestionTo, type Question } from '../../fixtures/arbitrary-query';
import { ask as askLink } from '../../fixtures/ask';
import { answer, openActivity } from '../../fixtures/ask-index';
import { openDocument } from '../../fixtures/dataset-document';
import { KERNELS } from '../../fixtures/kernels';
import type { Answer, Query } from '../../fixtures/query';
import { type OracleLane, oracleOf } from './oracle';

type MakeKernel = (size: number) => Kernel;

/** The activities that begin on a known day. */
function beginningOf({ activities }: Dataset): Set<string> {
  return new Set(activities.filter(({ earliest }) => !isOpen(earliest)).map(({ id }) => id));
}

function ask({ document, dates, query }: Question, makeKernel: MakeKernel) {
  const opened = openDocument(document, makeKernel);
  return { ...opened, document, query, given: answer(opened.index, query), oracle: oracleOf(document, dates) };
}

type Asked = ReturnType<typeof ask>;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function idsOf(rows: Answer['rows']): string[] {
  return rows.map(row => row.id);
}

/** Checks the properties of every answer. */
const RULES: readonly [string, (asked: Asked) => void][] = [
  [
    'selects, orders and counts the activities that the contract names',
    ({ query, given, oracle }) => {
      const selection = oracle.selection(query);
      expect(given.total).toBe(selection.length);
      expect(idsOf(given.rows)).toEqual(selection.slice(query.rowStart, query.rowStart + query.rowLimit));
      expect(given.rowStart).toBe(query.rowStart);
      expect(given.inexact).toBe(oracle.inexact(query));
      expect(given.undated).toBe(oracle.undated(query));
    },
  ],
  [
    'counts every value and none without the own choices of their facet',
    ({ dataset, query, given, oracle }) => {
      const count = (facet: string, value: string) => oracle.count(query, facet, value);
      expect(given.counts).toEqual(
        dataset.facets.map(({ id, values }) => ({
          facet: id,
          counts: values.map(value => count(id, value.id)),
          none: count(id, '_none'),
        })),
      );
    },
  ],
  [
    'counts every lane: the selection in the window and at any time, and the window without facets and text',
    ({ dataset, query, given, oracle }) => {
      const facet = dataset.facets.find(({ id }) => id === query.lanes);
      const within = (id: string, values: readonly { id: string }[], asked: Query) => ({
        facet: id,
        counts: values.map(value => oracle.within(asked, id, value.id)),
        none: oracle.within(asked, id, '_none'),
      });
      const expected = facet && {
        inWindow: within(facet.id, facet.values, query),
        anyTime: within(facet.id, facet.values, { ...query, from: null, to: null }),
        recorded: within(facet.id, facet.values, { ...query, facets: {}, text: '' }),
        others: [],
      };
      const lanes = given.lanes && { ...given.lanes, recorded: given.lanes.recorded ?? given.lanes.inWindow };
      expect(lanes).toEqual(expected ?? null);
      expect(given.recorded).toBe(oracle.selection({ ...query, facets: {}, text: '' }).length);
    },
  ],
  [
    'spreads what begins on a known day of the selection of any time over the bins, and loses nothing of it',
    ({ dataset, query, given, open, oracle }) => {
      const begins = beginningOf(dataset);
      const anyTime = oracle.selection({ ...query, from: null, to: null }).filter(id => begins.has(id));
      expect(sum(given.density.total)).toBeCloseTo(anyTime.length, 6);
      expect(sum(open.density.total)).toBeCloseTo(begins.size, 6);
      expect(given.density.total.length).toBe(Math.max(0, open.scale.edges.length - 1));
      given.density.total.forEach((total, bin) => {
        const vague = given.density.vague[bin] ?? Number.NaN;
        expect(vague >= 0 && vague <= total + 1e-9).toBe(true);
      });
    },
  ],
  [
    'sums up its years to its total, except by title',
    ({ query, given }) => {
      const known = given.years.flatMap(({ year }) => (year === 'undated' ? [] : [year]));
      const undated = given.years.slice(known.length);
      expect(undated).toEqual(
        sum(undated.map(({ count }) => count)) === 0 ? [] : [{ year: 'undated', count: given.undated }],
      );
      const years = known.map(year => year ?? Number.NEGATIVE_INFINITY);
      const ascending = [...new Set(years)].sort((a, b) => a - b);
      expect(sum(given.years.map(year => year.count))).toBe(
        query.sort === 'date' || query.sort === '-date' ? given.total : 0,
      );
      expect(query.sort === '-date' ? years.toReversed() : years).toEqual(ascending);
    },
  ],
  [
    'marks the activities of the window, then those around it, and no others',
    ({ query, given, oracle }) => {
      const { from, to, margin, markLimit } = query;
      const all = oracle.selection({ ...query, from: null, to: null, sort: 'date' });
      const anyTime = all.filter(id => !oracle.isUndated(id));
      const inside = anyTime.filter(id => oracle.isPossible(id, from, to));
      const around = anyTime.filter(id => oracle.isPossible(id, from && from - margin, to && to + margin));
      const marks = idsOf(given.marks);
      expect(marks).toEqual(anyTime.filter(id => marks.includes(id)));
      expect(around).toEqual(expect.arrayContaining(marks));
      if (inside.length <= markLimit) expect(marks).toEqual(expect.arrayContaining(inside));
      if (around.length <= markLimit) expect(marks).toEqual(around);
      expect(marks.length).toBeLessThanOrEqual(Math.ceil(1.5 * markLimit));
    },
  ],
  [
    'tells how many begin in each bin of each lane where marks are not all there is',
    ({ dataset, query, given, oracle }) => {
      const { laneBins, lanes, openLanes, markLimit } = query;
      expect(given.laneDensity === null).toBe(laneBins === null || given.total - given.undated <= markLimit);
      if (!given.laneDensity) return;
      const { edges } = given.laneDensity;
      const facet = dataset.facets.find(({ id }) => id === lanes);
      const lanesBelow = (broader?: string): OracleLane[] =>
        (facet?.values ?? [])
          .filter(value => value.broader === broader)
          .flatMap(({ id: value }) => {
            const below = openLanes.includes(value) ? lanesBelow(value) : [];
            return [{ facet: facet?.id ?? '', value, below: below.map(lane => lane.value) }, ...below];
          });
      const anyTime = { ...query, from: null, to: null };
      const none = { facet: facet?.id ?? '', value: '_none', below: [] };
      const expected = (facet ? [...lanesBelow(), none] : [null]).map(lane => ({
        lane: lane?.value ?? null,
        counts: edges.slice(1).map((end, i) => oracle.beginning(anyTime, edges[i] ?? 0, end, lane)),
      }));
      expect(given.laneDensity.lanes).toEqual(expected);
    },
  ],
  [
    'counts another selection over its own window, and what both have',
    ({ dataset, query, given, oracle }) => {
      if (!query.compare) {
        expect(given.compared).toBeNull();
        return;
      }
      const other = { ...query, ...query.compare };
      const selection = new Set(oracle.selection(query));
      const others = oracle.selection(other);
      const dated = others.filter(id => !oracle.isUndated(id));
      const anyTime = oracle.selection({ ...other, from: null, to: null });
      expect(given.compared?.total).toBe(others.length);
      expect(given.compared?.undated).toBe(others.length - dated.length);
      expect(given.compared?.both).toBe(others.filter(id => selection.has(id)).length);
      const begins = beginningOf(dataset);
      expect(sum(given.compared?.density.total ?? [])).toBeCloseTo(anyTime.filter(id => begins.has(id)).length, 6);
      expect(anyTime).toEqual(expect.arrayContaining(idsOf(given.compared?.marks ?? [])));
      if (dated.length <= query.markLimit) {
        expect(idsOf(given.compared?.marks ?? [])).toEqual(expect.arrayContaining(dated));
      }
    },
  ],
  [
    'offers, only where nothing matches, what leaving out each constraint would bring back',
    ({ query, given, oracle }) => {
      const expected = constraintsOf(query).map(constraint => ({
        constraint,
        total: oracle.selection(without(query, constraint)).length,
      }));
      expect(given.removalPreviews).toEqual(given.total === 0 ? expected : []);
    },
  ],
  [
    'is plain data that survives being cloned',
    ({ given }) => {
      expect(structuredClone(given)).toEqual(given);
      expect(JSON.parse(JSON.stringify(given))).toEqual(given);
    },
  ],
  [
    'opens each activity by its id or a former one, with its neighbours in the order of the list',
    ({ document, index, query, oracle }) => {
      const order = oracle.selection(query);
      for (const { id, formerIds = [] } of document.activities) {
        const place = order.indexOf(id);
        for (const key of [id, ...formerIds]) {
          const opened = openActivity(index, key, query);
          expect(opened?.activity.id).toBe(id);
          expect(opened?.inSelection).toBe(place >= 0);
          expect(opened?.previous?.id).toBe(place > 0 ? order[place - 1] : undefined);
          expect(opened?.next?.id).toBe(place >= 0 ? order[place + 1] : undefined);
        }
      }
      expect(openActivity(index, 'nobody-has-this', query)).toBeNull();
      expect(openActivity(index, 'constructor', query)).toBeNull();
    },
  ],
];

describe.each(KERNELS)('an answer, counted in %s', (_kind, makeKernel) => {
  it.each(RULES)('%s', (_rule, check) => {
    fc.assert(
      fc.property(arbitraryQuestion, question => check(ask(question, makeKernel))),
      { numRuns: 75 },
    );
  });

  it.each([0, 1, 31, 32, 33, 63, 64, 65])('keeps all of this over %i activities', size => {
    const question = arbitraryQuestionTo(arbitraryDatasetOf({ minLength: size, maxLength: size }));
    fc.assert(
      fc.property(question, asked => {
        const answered = ask(asked, makeKernel);
        expect(answered.index.kernel.size).toBe(size);
        for (const [, check] of RULES) check(answered);
      }),
      { numRuns: 8 },
    );
  });
});

it('counts what leaving out brings back for some of thousands of values, and for text and window', () => {
  const values = [...Array(4_000).keys()].map(i => `unknown-${i}`);
  const { given } = askLink('theme Theme\n  a A\n2018-06-19 one #theme:a', `theme=${values.join(',')}&q=one&from=2018`);
  expect(given.total).toBe(0);
  expect(given.removalPreviews).toHaveLength(52);
  expect(given.removalPreviews.slice(-2).map(({ constraint }) => constraint.kind)).toEqual(['text', 'window']);
});

describe.each(KERNELS)('answers one after the other, counted in %s', (_kind, makeKernel) => {
  it.each([5, 33, 65])('are the same as of an engine that was asked nothing before, over %i activities', size => {
    const questions = arbitraryDatasetOf({ minLength: size, maxLength: size }).chain(dataset =>
      fc.record({
        document: fc.constant(dataset.document),
        asked: fc.array(arbitraryQuestionTo(fc.constant(dataset)), { minLength: 2, maxLength: 8 }),
      }),
    );
    fc.assert(
      fc.property(questions, ({ document, asked }) => {
        const { index } = openDocument(document, makeKernel);
        for (const { query } of asked) {
          expect(answer(index, query)).toEqual(answer(openDocument(document, makeKernel).index, query));
        }
      }),
      // Shrinking datasets with many questions would take too long.
      { numRuns: 40, endOnFailure: true },
    );
  });
});

function constraintsOf({ facets, text, from, to }: Query): Constraint[] {
  const values = Object.entries(facets).flatMap(([facet, { include, exclude }]) => [
    ...include.map(value => ({ kind: 'value' as const, facet, value, excluded: false })),
    ...exclude.map(value => ({ kind: 'value' as const, facet, value, excluded: true })),
  ]);
  return [
    ...values,
    ...(askedText(text) === '' ? [] : [{ kind: 'text' as const }]),
    ...(from === null && to === null ? [] : [{ kind: 'window' as const }]),
  ];
}

function without(query: Query, constraint: Constraint): Query {
  if (constraint.kind === 'text') return { ...query, text: '' };
  if (constraint.kind === 'window') return { ...query, from: null, to: null };
  const { facet, value, excluded } = constraint;
  const choice = query.facets[facet] ?? { include: [], exclude: [], mode: 'any' };
  const list = excluded ? 'exclude' : 'include';
  const left = { ...choice, [list]: choice[list].filter(id => id !== value) };
  return { ...query, facets: { ...query.facets, [facet]: left } };
}
