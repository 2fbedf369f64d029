import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, openActivity } from '../../src/engine/answer';
import type { Answer, Constraint, Query } from '../../src/model/answer';
import { arbitraryQuestion, type Question } from '../fixtures/arbitrary-query';
import { openDocument } from '../fixtures/dataset-document';
import { type OracleLane, oracleOf } from './oracle';

function asked({ document, dates, query }: Question) {
  const { dataset, index, open } = openDocument(document);
  return { dataset, index, open, given: answer(index, query), oracle: oracleOf(document, dates) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function idsOf(rows: Answer['rows']): string[] {
  return rows.map(row => row.id);
}

function everyQuestion(check: (question: Question) => void, numRuns = 200): void {
  fc.assert(fc.property(arbitraryQuestion, check), { numRuns });
}

describe('answer', () => {
  it('selects, orders and counts the activities that the contract names', () => {
    everyQuestion(question => {
      const { given, oracle } = asked(question);
      const selection = oracle.selection(question.query);
      expect(given.total).toBe(selection.length);
      expect(idsOf(given.rows)).toEqual(selection.slice(0, question.query.rowLimit));
      expect(given.inexact).toBe(oracle.inexact(question.query));
    }, 300);
  });

  it('counts every value and none without the own choices of their facet', () => {
    everyQuestion(question => {
      const { dataset, given, oracle } = asked(question);
      const count = (facet: string, value: string) => oracle.count(question.query, facet, value);
      expect(given.counts).toEqual(
        dataset.facets.map(({ id, values }) => ({
          facet: id,
          counts: values.map(value => count(id, value.id)),
          none: count(id, '_none'),
        })),
      );
    }, 300);
  });

  it('counts the selection in every lane, in the window and at any time', () => {
    everyQuestion(question => {
      const { dataset, given, oracle } = asked(question);
      const facet = dataset.facets.find(({ id }) => id === question.query.lanes);
      const within = (id: string, values: readonly { id: string }[], query: Query) => ({
        facet: id,
        counts: values.map(value => oracle.within(query, id, value.id)),
        none: oracle.within(query, id, '_none'),
      });
      const anyTime = { ...question.query, from: null, to: null };
      const expected = facet && {
        inWindow: within(facet.id, facet.values, question.query),
        anyTime: within(facet.id, facet.values, anyTime),
      };
      expect(given.lanes).toEqual(expected ?? null);
    });
  });

  it('spreads the selection of any time over the bins and loses nothing', () => {
    everyQuestion(question => {
      const { given, open, oracle } = asked(question);
      const anyTime = oracle.selection({ ...question.query, from: null, to: null });
      expect(sum(given.density.total)).toBeCloseTo(anyTime.length, 6);
      expect(sum(open.density.total)).toBeCloseTo(question.document.activities.length, 6);
      expect(given.density.total.length).toBe(Math.max(0, open.scale.edges.length - 1));
      given.density.total.forEach((total, bin) => {
        const vague = given.density.vague[bin] ?? Number.NaN;
        expect(vague >= 0 && vague <= total + 1e-9).toBe(true);
      });
    });
  });

  it('sums up its years to its total, except by title', () => {
    everyQuestion(question => {
      const { given } = asked(question);
      const years = given.years.map(({ year }) => year ?? Number.NEGATIVE_INFINITY);
      const ascending = [...new Set(years)].sort((a, b) => a - b);
      expect(sum(given.years.map(year => year.count))).toBe(question.query.sort === 'title' ? 0 : given.total);
      expect(question.query.sort === '-date' ? years.toReversed() : years).toEqual(ascending);
    });
  });

  it('marks the activities of the window, then those around it, and no others', () => {
    everyQuestion(question => {
      const { from, to, margin, markLimit } = question.query;
      const { given, oracle } = asked(question);
      const anyTime = oracle.selection({ ...question.query, from: null, to: null, sort: 'date' });
      const inside = anyTime.filter(id => oracle.isPossible(id, from, to));
      const around = anyTime.filter(id => oracle.isPossible(id, from && from - margin, to && to + margin));
      const marks = idsOf(given.marks);
      expect(marks).toEqual(anyTime.filter(id => marks.includes(id)));
      expect(around).toEqual(expect.arrayContaining(marks));
      if (inside.length <= markLimit) expect(marks).toEqual(expect.arrayContaining(inside));
      if (around.length <= markLimit) expect(marks).toEqual(around);
      expect(marks.length).toBeLessThanOrEqual(4 * markLimit);
    });
  });

  it('tells how many begin in each bin of each lane where marks are not all there is', () => {
    everyQuestion(question => {
      const { laneBins, lanes, openLanes, markLimit } = question.query;
      const { dataset, given, oracle } = asked(question);
      expect(given.laneDensity === null).toBe(laneBins === null || given.total <= markLimit);
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
      const anyTime = { ...question.query, from: null, to: null };
      const none = { facet: facet?.id ?? '', value: '_none', below: [] };
      const expected = (facet ? [...lanesBelow(), none] : [null]).map(lane => ({
        lane: lane?.value ?? null,
        counts: edges.slice(1).map((end, i) => oracle.beginning(anyTime, edges[i] ?? 0, end, lane)),
      }));
      expect(given.laneDensity.lanes).toEqual(expected);
    });
  });

  it('offers, only where nothing matches, what leaving out each constraint would bring back', () => {
    everyQuestion(question => {
      const { given, oracle } = asked(question);
      const expected = constraintsOf(question.query).map(constraint => ({
        constraint,
        total: oracle.selection(without(question.query, constraint)).length,
      }));
      expect(given.relief).toEqual(given.total === 0 ? expected : []);
    });
  });

  it('is plain data that survives being cloned', () => {
    everyQuestion(question => {
      const { given } = asked(question);
      expect(structuredClone(given)).toEqual(given);
      expect(JSON.parse(JSON.stringify(given))).toEqual(given);
    }, 100);
  });
});

function constraintsOf({ facets, text, from, to }: Query): Constraint[] {
  const values = Object.entries(facets).flatMap(([facet, { include, exclude }]) => [
    ...include.map(value => ({ kind: 'value' as const, facet, value, excluded: false })),
    ...exclude.map(value => ({ kind: 'value' as const, facet, value, excluded: true })),
  ]);
  return [
    ...values,
    ...(text === '' ? [] : [{ kind: 'text' as const }]),
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

describe('openActivity', () => {
  it('finds an activity by its id or a former id, with its neighbours in the order of the list', () => {
    everyQuestion(question => {
      const { index, oracle } = asked(question);
      const order = oracle.selection(question.query);
      for (const { id, formerIds = [] } of question.document.activities) {
        const place = order.indexOf(id);
        for (const key of [id, ...formerIds]) {
          const opened = openActivity(index, key, question.query);
          expect(opened?.activity.id).toBe(id);
          expect(opened?.inSelection).toBe(place >= 0);
          expect(opened?.previous?.id).toBe(place > 0 ? order[place - 1] : undefined);
          expect(opened?.next?.id).toBe(place >= 0 ? order[place + 1] : undefined);
        }
      }
    }, 200);
  });

  it('finds nothing under an id that nobody has', () => {
    everyQuestion(question => {
      const { index } = asked(question);
      expect(openActivity(index, 'nobody-has-this', question.query)).toBeNull();
      expect(openActivity(index, 'constructor', question.query)).toBeNull();
    }, 50);
  });
});
