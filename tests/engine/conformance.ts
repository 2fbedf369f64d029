import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Engine } from '../../src/engine/engine';
import { dateForm } from '../../src/lib/date-form';
import { OPEN_END, OPEN_START } from '../../src/lib/day';
import type { OpenDataset } from '../../src/model/answer';
import { arbitraryQuestion, type Question } from '../fixtures/arbitrary-query';
import { type Answer, askAll, openBy, type Query, selectionIn } from '../fixtures/query';
import { type OracleLane, oracleOf } from './local/oracle';
import { crowdedQuestions, openQuestions, sharpQuestions } from './sharp-questions';

/*
 * The rules that every engine must follow, checked against the slow oracle. They only use the `Engine` interface and
 * need no test runner, so that they apply in this process, behind messages, in a browser's worker and over a network.
 */

interface Asked extends Question {
  engine: Engine;
  open: OpenDataset;
  given: Answer;
  oracle: ReturnType<typeof oracleOf>;
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const isClose = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const unbound = { from: null, to: null } as const;
const unfiltered = { facets: {}, text: '' } as const;

/** Returns whether a list contains every element of another. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  const known = new Set(whole);
  return part.every(id => known.has(id));
}

/** Counts the activities that begin on a known day. */
function beginningOn({ dates }: Question, ids: readonly string[]): number {
  return ids.filter(id => Number.isFinite(dates.get(id)?.earliest)).length;
}

function countsIn({ open, oracle }: Asked, facet: string, query: Query) {
  const { values } = open.head.facets.find(({ id }) => id === facet) ?? { values: [] };
  return {
    facet,
    counts: values.map(({ id }) => oracle.within(query, facet, id)),
    none: oracle.within(query, facet, '_none'),
  };
}

type Rule = readonly [name: string, check: (asked: Asked) => void | Promise<void>];

const RULES: readonly Rule[] = [
  [
    'selects, orders and counts the activities that the contract names',
    ({ query, given, oracle }) => {
      const selection = oracle.selection(query);
      assert.equal(given.total, selection.length);
      assert.deepEqual(idsOf(given.rows), selection.slice(query.rowStart, query.rowStart + query.rowLimit));
      assert.equal(given.rowStart, query.rowStart);
      assert.equal(given.inexact, oracle.inexact(query));
      assert.equal(given.undated, oracle.undated(query));
      assert.equal(given.recorded, oracle.selection({ ...query, ...unfiltered }).length);
    },
  ],
  [
    'counts every value and none without the own choices of their facet',
    ({ open, query, given, oracle }) => {
      const expected = open.head.facets.map(({ id, values }) => ({
        facet: id,
        counts: values.map(value => oracle.count(query, id, value.id)),
        none: oracle.count(query, id, '_none'),
      }));
      assert.deepEqual(given.counts, expected);
    },
  ],
  [
    'counts every lane in the window, at any time, and in the window without facets and text',
    asked => {
      const { query, given } = asked;
      if (query.lanes === null) return;
      const lanes = given.lanes;
      assert.ok(lanes);
      assert.deepEqual(lanes.inWindow, countsIn(asked, query.lanes, query));
      assert.deepEqual(lanes.anyTime, countsIn(asked, query.lanes, { ...query, ...unbound }));
      const recorded = countsIn(asked, query.lanes, { ...query, ...unfiltered });
      assert.deepEqual(lanes.recorded ?? lanes.inWindow, recorded);
    },
  ],
  [
    'spreads what begins on a known day over the bins, whatever the window',
    asked => {
      const { query, given, open, oracle } = asked;
      const anyTime = oracle.selection({ ...query, ...unbound });
      assert.ok(isClose(sum(given.density.total), beginningOn(asked, anyTime)));
      assert.equal(given.density.total.length, Math.max(0, open.scale.edges.length - 1));
      given.density.total.forEach((total, bin) => {
        const vague = given.density.vague[bin] ?? Number.NaN;
        assert.ok(vague >= 0 && vague <= total + 1e-9);
      });
    },
  ],
  [
    'sums up its years to its total, except in orders that have no years',
    ({ query: { sort }, given }) => {
      const known = given.years.flatMap(({ year }) => (year === 'undated' ? [] : [year]));
      const undated = given.years.slice(known.length);
      assert.ok(
        undated.length <= 1 && undated.every(({ year, count }) => year === 'undated' && count === given.undated),
      );
      const years = known.map(year => year ?? Number.NEGATIVE_INFINITY);
      const ascending = [...new Set(years)].sort((a, b) => a - b);
      const hasYears = sort === 'date' || sort === '-date';
      assert.equal(sum(given.years.map(({ count }) => count)), hasYears ? given.total : 0);
      assert.deepEqual(sort === '-date' ? years.toReversed() : years, ascending);
    },
  ],
  [
    'marks a part of the selection, all of it where it is small, and in every lane that holds some of a large one',
    ({ query, given, oracle }) => {
      const { from, to, margin, markLimit } = query;
      const all = oracle.selection({ ...query, ...unbound, sort: 'date' });
      const anyTime = all.filter(id => !oracle.isUndated(id));
      const inside = anyTime.filter(id => oracle.isPossible(id, from, to));
      const around = anyTime.filter(id =>
        oracle.isPossible(id, from === null ? null : from - margin, to === null ? null : to + margin),
      );
      const marks = idsOf(given.marks);
      assert.deepEqual(
        marks,
        anyTime.filter(id => marks.includes(id)),
      );
      assert.ok(isWithin(marks, around));
      if (inside.length <= markLimit) assert.ok(isWithin(inside, marks));
      assert.ok(marks.length <= Math.ceil(1.5 * markLimit));
      const { lanes, openLanes } = query;
      const laneCounts = given.lanes?.inWindow.counts ?? [];
      // If the sample leaves room for a mark in each lane.
      if (lanes === null || openLanes.length > 0 || laneCounts.length >= markLimit / 2) return;
      for (const value of oracle.valuesWithin(query, lanes)) {
        if (!inside.some(id => oracle.has(id, lanes, value))) continue;
        assert.ok(
          marks.some(id => oracle.has(id, lanes, value)),
          `no mark in the lane ${value}`,
        );
      }
    },
  ],
  [
    'tells how many begin in each bin of each lane where marks are not all there is',
    ({ open, query, given, oracle }) => {
      const { laneBins, lanes, openLanes, markLimit } = query;
      assert.equal(given.laneDensity === null, laneBins === null || given.total - given.undated <= markLimit);
      if (!given.laneDensity) return;
      const { edges } = given.laneDensity;
      const facet = open.head.facets.find(({ id }) => id === lanes);
      const lanesBelow = (broader?: string): OracleLane[] =>
        (facet?.values ?? [])
          .filter(value => value.broader === broader)
          .flatMap(({ id: value }) => {
            const below = openLanes.includes(value) ? lanesBelow(value) : [];
            return [{ facet: facet?.id ?? '', value, below: below.map(lane => lane.value) }, ...below];
          });
      const anyTime = { ...query, ...unbound };
      const none = { facet: facet?.id ?? '', value: '_none', below: [] };
      const expected = (facet ? [...lanesBelow(), none] : [null]).map(lane => ({
        lane: lane?.value ?? null,
        counts: edges.slice(1).map((end, i) => oracle.beginning(anyTime, edges[i] ?? 0, end, lane)),
      }));
      assert.deepEqual(given.laneDensity.lanes, expected);
    },
  ],
  [
    'counts another selection over its own window, and what both have',
    asked => {
      const { query, given, open, oracle } = asked;
      if (!query.compare) return assert.equal(given.compared, null);
      const other = { ...query, ...query.compare };
      const selection = new Set(oracle.selection(query));
      const others = oracle.selection(other);
      const anyTime = oracle.selection({ ...other, ...unbound });
      assert.equal(given.compared?.total, others.length);
      assert.equal(given.compared.both, others.filter(id => selection.has(id)).length);
      assert.equal(given.compared.inexact, oracle.inexact(other));
      assert.equal(given.compared.undated, oracle.undated(other));
      assert.equal(given.compared.recorded, oracle.selection({ ...other, ...unfiltered }).length);
      const counts = open.head.facets.map(({ id, values }) => ({
        facet: id,
        counts: values.map(value => oracle.count(other, id, value.id)),
        none: oracle.count(other, id, '_none'),
      }));
      assert.deepEqual(given.compared.facets, counts);
      assert.ok(isClose(sum(given.compared.density.total), beginningOn(asked, anyTime)));
      assert.ok(isWithin(idsOf(given.compared.marks), anyTime));
      const dated = others.filter(id => !oracle.isUndated(id));
      if (others.length <= query.markLimit) assert.ok(isWithin(dated, idsOf(given.compared.marks)));
    },
  ],
  [
    'tells what differs between two sides: their values, their bars and their activities',
    asked => {
      const { query, given, open, oracle } = asked;
      if (!query.compare || !given.compared) return;
      const other = { ...query, ...query.compare };
      const { differences, sides } = given.compared;
      const [inA, inB] = [oracle.selection(query), oracle.selection(other)];
      const both = inA.filter(id => inB.includes(id));
      const countOf = (ids: readonly string[], facet: string, value: string) =>
        ids.filter(id => oracle.has(id, facet, value)).length;
      for (const [i, { id, values }] of open.head.facets.entries()) {
        const counted = (ids: readonly string[]) => ({
          facet: id,
          counts: values.map(value => countOf(ids, id, value.id)),
          none: countOf(ids, id, '_none'),
        });
        const expected = { facet: id, a: counted(inA), b: counted(inB), both: counted(both) };
        assert.deepEqual(differences?.facets[i], expected);
      }
      for (const [side, asks] of [['a', query] as const, ['b', other] as const]) {
        const edges = query.bars[side];
        const bars = differences?.bars[side] ?? [];
        assert.equal(bars.length, Math.max(0, edges.length - 1));
        bars.forEach((bar, bin) => {
          assert.ok(isClose(bar, oracle.share(asks, edges[bin] ?? 0, edges[bin + 1] ?? 0)));
        });
      }
      const part = (own: readonly string[], others: readonly string[]) =>
        own.filter(id => query.sidePart === 'all' || (query.sidePart === 'both') === others.includes(id));
      for (const [side, ids] of [['a', part(inA, inB)] as const, ['b', part(inB, inA)] as const]) {
        assert.equal(sides?.[side].total, ids.length);
        assert.deepEqual(idsOf(sides[side].rows), ids.slice(0, query.rowLimit));
      }
    },
  ],
  [
    'counts what has each coloured value, and shares out over time what has several of them',
    asked => {
      const { query, given, open, oracle } = asked;
      const { colours } = query;
      if (!colours) return assert.equal(given.colourCounts, null);
      const { facet, values } = colours;
      const counts = values.map(value => oracle.within(query, facet, value));
      assert.deepEqual(given.colourCounts, counts);
      const anyTime = { ...query, ...unbound };
      const densities = given.colourDensity ?? [];
      assert.equal(densities.length, values.length);
      const { edges } = open.scale;
      densities.forEach(({ total, vague }, i) => {
        total.forEach((amount, bin) => {
          const share = oracle.colourShare(anyTime, colours, values[i] ?? '', edges[bin] ?? 0, edges[bin + 1] ?? 0);
          assert.ok(isClose(amount, share), `${amount} instead of ${share}`);
          assert.ok((vague[bin] ?? -1) >= 0 && (vague[bin] ?? 0) <= amount + 1e-9);
        });
      });
    },
  ],
  [
    'counts in every cell and line of a matrix what has both values',
    ({ query, given: { matrix }, oracle }) => {
      assert.equal(matrix === null, query.matrix === null);
      if (!matrix) return;
      const { rows, columns } = matrix;
      assert.equal(matrix.all.count, oracle.selection(query).length);
      for (const { facet, lines } of [rows, columns]) {
        for (const { value, count } of lines) assert.equal(count, oracle.within(query, facet, value));
      }
      const expected = rows.lines.map(row =>
        columns.lines.map(column => {
          const both = oracle.firstDays(query, [
            [rows.facet, row.value],
            [columns.facet, column.value],
          ]);
          return both;
        }),
      );
      assert.deepEqual(
        matrix.cells.map(cells => cells.map(cell => cell?.count ?? 0)),
        expected.map(cells => cells.map(days => days.length)),
      );
      if (matrix.edges.length < 2) return;
      assert.deepEqual(
        matrix.cells.map(cells => cells.map(cell => sum(cell?.bins ?? []))),
        expected.map(cells => cells.map(days => days.filter(day => day < Number.POSITIVE_INFINITY).length)),
      );
    },
  ],
  [
    'offers, only where nothing matches, what leaving out each constraint would bring back',
    ({ query, given, oracle }) => {
      if (given.total > 0) return assert.deepEqual(given.removalPreviews, []);
      for (const { constraint, total } of given.removalPreviews) {
        const left = { ...query, facets: { ...query.facets } };
        if (constraint.kind === 'text') left.text = '';
        else if (constraint.kind === 'window') Object.assign(left, unbound);
        else {
          const choice = query.facets[constraint.facet] ?? { include: [], exclude: [], mode: 'any' };
          const list = constraint.excluded ? 'exclude' : 'include';
          const kept = { ...choice, [list]: choice[list].filter(id => id !== constraint.value) };
          left.facets = { ...left.facets, [constraint.facet]: kept };
        }
        assert.equal(total, oracle.selection(left).length);
      }
      const choices = Object.values(query.facets).flatMap(({ include, exclude }) => [...include, ...exclude]);
      const isWindowed = query.from !== null || query.to !== null;
      const others = given.removalPreviews.filter(({ constraint }) => constraint.kind !== 'text');
      assert.equal(others.length, choices.length + Number(isWindowed));
    },
  ],
  [
    'opens an activity by its id or a former one, with its neighbours and what is related',
    async ({ engine, open, document, query, oracle }) => {
      const order = oracle.selection(query);
      for (const { id, formerIds = [] } of document.activities.slice(0, 6)) {
        const place = order.indexOf(id);
        for (const name of [id, ...formerIds]) {
          const opened = await openBy(engine, open.key, name, query);
          assert.equal(opened?.activity.id, id);
          assert.equal(opened.inSelection, place >= 0);
          assert.equal(opened.previous?.id, place > 0 ? order[place - 1] : undefined);
          assert.equal(opened.next?.id, place >= 0 ? order[place + 1] : undefined);
          assert.ok(!idsOf(opened.related).includes(id));
          for (const other of opened.related) {
            const shares = open.head.facets.some(({ id: facet }) => oracle.sharesTag(id, other.id, facet));
            assert.ok(shares, `${other.id} shares nothing with ${id}`);
          }
          const isAlone = !document.activities.some(
            ({ id: other }) => other !== id && open.head.facets.some(facet => oracle.sharesTag(id, other, facet.id)),
          );
          assert.equal(opened.related.length === 0, isAlone);
        }
      }
      assert.equal(await openBy(engine, open.key, 'nobody-has-this', query), null);
      assert.equal(await openBy(engine, open.key, 'constructor', query), null);
    },
  ],
  [
    'exports every activity of the selection in order',
    async ({ engine, open, document, query, oracle }) => {
      const exported: string[] = [];
      let last = 0;
      const onProgress = ({ done }: { done: number }) => {
        last = done;
      };
      for await (const chunk of engine.export(open.key, selectionIn(query), query.sort, undefined, onProgress)) {
        exported.push(...idsOf(chunk));
        for (const { id, date } of chunk) {
          assert.equal(date, document.activities.find(activity => activity.id === id)?.date);
        }
      }
      assert.deepEqual(exported, oracle.selection(query));
      assert.equal(last, exported.length);
    },
  ],
  [
    'tells how sure the dates of the whole dataset are, and how many activities begin in a period',
    async ({ engine, open, document, dates, oracle }) => {
      const forms = new Map<string, number>();
      for (const { id, date } of document.activities) {
        const span = dates.get(id);
        assert.ok(span);
        const form = JSON.stringify(
          dateForm(date, {
            earliest: oracle.isUndated(id) ? OPEN_END : Number.isFinite(span.earliest) ? span.earliest : OPEN_START,
            latest: Number.isFinite(span.latest) ? span.latest : OPEN_END,
          }),
        );
        forms.set(form, (forms.get(form) ?? 0) + 1);
      }
      const { earliest = 0, latest = 0 } = open.extent ?? {};
      const middle = Math.floor((earliest + latest) / 2);
      const periods = [
        { earliest, latest },
        { earliest: middle, latest: middle + 400 },
        { earliest: middle + 200, latest: middle + 199 },
        { earliest: middle + 200, latest: middle + 3000 },
      ];
      const { facts } = await engine.ask(open.key, selectionIn(NOTHING_ASKED), { facts: { periods } } as const);
      const counted = facts.dates.map(({ form: { kind, isDoubtful, openStart, openEnd }, count }) => [
        JSON.stringify({ kind, isDoubtful, openStart, openEnd }),
        count,
      ]);
      assert.deepEqual(new Map(counted as [string, number][]), forms);
      assert.deepEqual(
        facts.dates.map(({ count }) => count),
        facts.dates.map(({ count }) => count).sort((a, b) => b - a),
      );
      const begins = [...dates.values()].map(span => span.earliest);
      assert.deepEqual(
        facts.periods,
        periods.map(period => begins.filter(day => day >= period.earliest && day <= period.latest).length),
      );
    },
  ],
  [
    'replies with data that JSON carries unchanged',
    async ({ engine, open, given }) => {
      const { trends } = await engine.ask(open.key, selectionIn(NOTHING_ASKED), { trends: true } as const);
      const carried = { ...given.replies, trends };
      assert.deepEqual(JSON.parse(JSON.stringify(carried)), carried);
      for (const { facet, counts } of trends.facets) {
        const valueCount = open.head.facets.find(({ id }) => id === facet)?.values.length ?? 0;
        assert.equal(counts.length, trends.parts * (valueCount + 1));
      }
    },
  ],
  [
    'adds summary and source to the rows of a selection that is short enough, and only then',
    async ({ engine, open, document, query, given }) => {
      const order = { order: query.sort, start: 0, limit: 20 };
      const ask = (detailUpTo: number) =>
        engine.ask(open.key, selectionIn(query), { rows: { ...order, detailUpTo } } as const);
      const { total } = given;
      const written = new Map(document.activities.map(activity => [activity.id, activity]));
      for (const row of (await ask(total)).rows.rows) {
        const { summary, source } = written.get(row.id) ?? {};
        // As JSON, because the drawn documents have objects without a prototype.
        assert.equal(JSON.stringify([row.summary, row.source]), JSON.stringify([summary, source]));
      }
      if (total === 0) return;
      const plain = await engine.ask(open.key, selectionIn(query), { rows: order });
      assert.deepEqual((await ask(total - 1)).rows, plain.rows);
      assert.ok(plain.rows.rows.every(row => row.source === undefined && row.values === undefined));
    },
  ],
  [
    'replies to what is wanted and to nothing else, as if nothing had been asked before',
    async ({ engine, open, query, given }) => {
      const wants = {
        rows: { order: query.sort, start: query.rowStart, limit: query.rowLimit, values: true as const },
      };
      const replies = await engine.ask(open.key, selectionIn(query), wants);
      assert.deepEqual(Object.keys(replies), ['rows']);
      assert.deepEqual(replies.rows, given.replies.rows);
    },
  ],
];

const NOTHING_ASKED = { ...unfiltered, ...unbound, compare: null } as unknown as Query;

/** The questions of a run: hand-made ones at the edges of the rules, and random ones with a fixed seed. */
function questions(count: number, stride: number): Question[] {
  const sharp = [...sharpQuestions(), ...openQuestions()].filter((_, i) => i % stride === 0);
  return [...sharp, ...crowdedQuestions(), ...fc.sample(arbitraryQuestion, { numRuns: count, seed: 15 })];
}

/** Aborts an export halfway, and asks about a dataset that is not open. */
async function checkEnds(engine: Engine): Promise<void> {
  const [question] = crowdedQuestions();
  assert.ok(question);
  const { key } = await engine.open({ kind: 'text', text: JSON.stringify(question.document), name: 'crowd' });
  const everything = selectionIn(NOTHING_ASKED);
  const enough = new AbortController();
  const chunks = engine.export(key, everything, 'date', enough.signal)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const size = first.done ? 0 : first.value.length;
  assert.ok(size > 0 && size < question.document.activities.length, 'a crowd is exported in more than one chunk');
  enough.abort(new Error('enough'));
  await assert.rejects(chunks.next(), /enough/);
  const dead = AbortSignal.abort(new Error('too late'));
  await assert.rejects(engine.ask(key, everything, { rows: { order: 'title', start: 0, limit: 1 } }, dead), /too late/);
  await assert.rejects(engine.ask('another', everything, { counts: true }), { name: 'OpenFailure' });
  const file = new Blob([JSON.stringify(question.document)]);
  const again = await engine.open({ kind: 'file', file, name: 'crowd.json' });
  assert.notEqual(again.key, key);
  await assert.rejects(engine.ask(key, everything, { counts: true }), { name: 'OpenFailure' });
}

/**
 * Returns whether the engine's runtime sorts texts as this one does. Versions of Unicode differ in rare scripts, and the
 * oracle sorts in this process.
 */
type SortsAlike = (texts: readonly string[]) => Promise<boolean>;

/**
 * Checks every rule for an engine. Throws with the rule and the question if one is broken. Orders by title become orders by
 * date where the runtimes sort the titles differently. With a stride of 3, every third of the hand-made questions is asked.
 */
export async function checkConformance(
  engine: Engine,
  questionCount: number,
  sortsAlike: SortsAlike = async () => true,
  stride = 1,
): Promise<void> {
  for (const asked of questions(questionCount, stride)) {
    const titles = asked.document.activities.flatMap(({ title }) =>
      typeof title === 'string' ? [title] : Object.values(title),
    );
    const isAlike = asked.query.sort !== 'title' || (await sortsAlike(titles));
    const question: Question = isAlike ? asked : { ...asked, query: { ...asked.query, sort: 'date' } };
    const { document, dates, query } = question;
    const open = await engine.open({ kind: 'text', text: JSON.stringify(document), name: 'conformance' });
    const given = await askAll(engine, open.key, query);
    const oracle = oracleOf(document, dates);
    for (const [name, check] of RULES) {
      try {
        await check({ ...question, engine, open, given, oracle });
      } catch (error) {
        const asked = JSON.stringify(query);
        throw new Error(`An engine ${name}. Not so for ${asked}: ${error}`, { cause: error });
      }
    }
  }
  await checkEnds(engine);
}
