import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import type { Run } from '../../../src/engine/clickhouse/client';
import { ClickHouseError } from '../../../src/engine/clickhouse/errors';
import { storedHead } from '../../../src/engine/clickhouse/schema';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { NONE_UNLISTED } from '../../../src/model/problem';
import { type Selection, WHOLE } from '../../../src/model/selection';
import type { Order, Wants } from '../../../src/model/wants';
import { sharpQuestions } from '../sharp-questions';
import { SLUG, strictTexts } from './strict-statement';

const records = toRecords(readDataset(JSON.stringify({ ...sharpQuestions()[0]?.document, activities: [] })).dataset);
const HEAD = JSON.stringify(storedHead(records, { version: 'v', parts: 2, problems: [], unlisted: NONE_UNLISTED }));

/** One row for each branch: the activity at position 0, counted as none. */
const FOUND = Array.from({ length: 200 }, (_, branch) => `${branch}\t0\t0\t0\t0\n`).join('');

const ACTIVITY = JSON.stringify({ id: 'x', date: '2018', title: 'x', tags: {}, earliest: 0, latest: 0 });

/**
 * A server that has an empty dataset, and keeps the statements it was sent. `faults`: `text` has no texts, `part` does
 * not count what it should, and `head` names another dataset since it was opened.
 */
function recordingServer(): { run: Run; statements: string[]; faults: Set<'text' | 'part' | 'head'> } {
  const statements: string[] = [];
  const faults = new Set<'text' | 'part' | 'head'>();
  const run: Run = async sql => {
    statements.push(sql);
    if (sql.startsWith('SELECT json')) return JSON.stringify({ json: HEAD, hash: '7' });
    if (sql.includes('_head')) return faults.has('head') ? '8\n' : '7\n';
    if (/system\.tables/.test(sql)) return '';
    if (!/FROM t_text/.test(sql)) return faults.has('part') ? FOUND.replaceAll('\t0\t0\t0\t0', '\t0\t0\t1\t0') : FOUND;
    const positions = /IN \(([\d,]+)\)/.exec(sql)?.[1]?.split(',') ?? [];
    return faults.has('text') ? '' : positions.map(n => JSON.stringify({ n, activity: ACTIVITY })).join('\n');
  };
  return { statements, faults, run };
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    "'",
    "' OR 1=1 --",
    '\\',
    "\\' OR '",
    '/* */ ; DROP TABLE t',
    '\u0000',
    '" ',
    '`t`',
    'x’y',
    '𝒜b 漢字 שלום',
    '"欧 eu" -"a b"',
    'africa',
    '_none',
    "')) UNION ALL SELECT 1",
    '{x:String}',
    '%_?|[ ]()$^.*+',
  ),
  fc
    .array(fc.constantFrom("'", '"', '-', 'a', '|', ' ', '\\', '欧', ')', ';', '\n'), { maxLength: 12 })
    .map(parts => parts.join('')),
);

const arbitraryFilters = fc.record({
  facets: fc.dictionary(
    fc.oneof(fc.constantFrom('region', 'theme'), hostile),
    fc.record({
      include: fc.array(hostile, { maxLength: 3 }),
      exclude: fc.array(hostile, { maxLength: 3 }),
      mode: fc.constantFrom('any' as const, 'all' as const),
    }),
    { maxKeys: 3 },
  ),
  text: hostile,
  from: fc.option(fc.integer({ min: -900_000, max: 900_000 })),
  to: fc.option(fc.integer({ min: -900_000, max: 900_000 })),
});

const arbitrarySelection: fc.Arbitrary<Selection> = fc
  .tuple(arbitraryFilters, fc.option(arbitraryFilters))
  .map(([filters, compare]) => ({ ...filters, compare }));

const arbitraryOrder: fc.Arbitrary<Order> = fc.oneof(
  fc.constantFrom('date' as const, '-date' as const, 'title' as const),
  fc.record({ column: fc.oneof(fc.constantFrom('_place', 'region'), hostile), isDescending: fc.boolean() }),
);

const arbitraryWants: fc.Arbitrary<Wants> = fc
  .record({ order: arbitraryOrder, facet: fc.oneof(fc.constant('region'), hostile), id: hostile, value: hostile })
  .map(({ order, facet, id, value }) => ({
    counts: true,
    compared: true,
    differences: { bars: { a: [-5, 0, 5], b: [1, 2] } },
    sides: { part: 'only', order, limit: 5 },
    density: true,
    colourCounts: { facet, values: [value, 'africa'] },
    colourDensity: { facet, values: [value, 'africa'] },
    rows: { order, start: 2, limit: 5 },
    marks: { limit: 4, margin: 3, lanes: { facet, open: [value, 'africa'] } },
    lanes: { facet, open: [value] },
    laneDensity: { lanes: { facet, open: [value] }, bins: { start: -50, end: 50, count: 20 }, above: -1 },
    matrix: {
      rows: { facet, opened: [value], limit: 3 },
      columns: { facet: 'theme', opened: [], limit: 3 },
      edges: [-9, 0, 9],
    },
    removals: true,
    activity: { id },
    neighbours: { id, order },
    related: { id },
    trends: true,
    facts: { periods: [{ earliest: -3, latest: 4 }] },
  }));

describe('the statements of the ClickHouse engine', () => {
  it('have nothing of a question but numbers, slugs and folded words, whatever is asked', async () => {
    let words = 0;
    await fc.assert(
      fc.asyncProperty(arbitrarySelection, arbitraryWants, async (selection, wants) => {
        const { run, statements } = recordingServer();
        const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
        const { key } = await engine.open({ kind: 'text', text: '', name: '' });
        statements.length = 0;
        await engine.ask(key, selection, wants);
        expect(statements.length).toBeGreaterThan(1);
        words += statements.flatMap(strictTexts).filter(text => !SLUG.test(text)).length;
      }),
      { numRuns: 60 },
    );
    expect(words).toBeGreaterThan(20);
  });

  it('of an estimate count nothing but the sample', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySelection, arbitraryWants, async (selection, wants) => {
        const { run, statements } = recordingServer();
        const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
        const { key } = await engine.open({ kind: 'text', text: '', name: '' });
        statements.length = 0;
        const { activity: _, neighbours, related, trends, facts, ...estimated } = wants;
        await expect(engine.ask(key, selection, estimated, undefined, 'sampled')).rejects.toThrow('too few');
        statements.flatMap(strictTexts);
        const sources = statements.flatMap(sql => sql.match(/ FROM t WHERE .*?(?= GROUP BY| ORDER BY)/g) ?? []);
        // The parts are counted whole, so that a missing one is noticed.
        const whole = sources.filter(source => !source.includes('(level >= 2)') && !source.endsWith('level >= 2'));
        expect(new Set(whole)).toEqual(new Set([' FROM t WHERE 1']));
        expect(sources.length).toBeGreaterThan(whole.length);
      }),
      { numRuns: 30 },
    );
  });

  it('find the first mark of every lane in one scan, open lanes and the lane of others included', async () => {
    const { run: answers, statements, faults } = recordingServer();
    // Counts more activities than the limit, so that the marks are a sample.
    const run: Run = async (...asked) => (await answers(...asked)).replaceAll('\t1\t0\n', '\t9\t0\n');
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    faults.add('part');
    statements.length = 0;
    await engine.ask(key, WHOLE, { marks: { limit: 1, margin: 0, lanes: { facet: 'region', open: ['africa'] } } });
    expect(statements.join().split('min((').length - 1).toBe(1);
    expect(statements.join()).toContain('arrayJoin(arrayConcat(v0');
  });

  it('are not made of numbers that are none', async () => {
    const { run } = recordingServer();
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    const selection: Selection = { facets: {}, text: '', from: '0 OR 1' as unknown as number, to: null, compare: null };
    await expect(engine.ask(key, selection, { counts: true })).rejects.toThrow('is not a whole number');
    expect(() => clickhouseEngine({ urls: [], table: 't, u', run })).toThrow('can’t be the name of a table');
  });

  it('go to the server at once where they do not need each other', async () => {
    const { run, statements } = recordingServer();
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    statements.length = 0;
    const selection: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
    await engine.ask(key, selection, { counts: true, density: true, lanes: { facet: 'region', open: [] } });
    // The last statement looks whether the tables still have the opened dataset.
    expect(statements).toHaveLength(2);
    await engine.ask(key, selection, { counts: true, rows: { order: 'date', start: 0, limit: 9 } });
    expect(statements).toHaveLength(5);
  });
});

describe('a search', () => {
  /** Returns how many times the words are read for a search. */
  const scansOf = async (maxFound: number, ...selections: Selection[]) => {
    const { run, statements } = recordingServer();
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run, maxFound });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    statements.length = 0;
    for (const selection of selections) await engine.ask(key, selection, { counts: true });
    return [statements.join().split('(words,').length - 1, statements.join().split('n IN (0)').length - 1];
  };
  const selection: Selection = { facets: {}, text: 'border', from: null, to: null, compare: null };
  const chosen = { include: ['africa'], exclude: [], mode: 'any' as const };
  const narrowed: Selection = { ...selection, facets: { region: chosen }, from: 0, to: 99 };

  it('reads the words once, and not again when other filters change', async () => {
    // The second question lists what was found once, for all of its counts.
    expect(await scansOf(10, selection, narrowed)).toEqual([1, 2]);
  });

  it('with many matches reads them once more for all counts of a question', async () => {
    expect(await scansOf(0, selection)).toEqual([2, 0]);
    expect(await scansOf(0, selection, narrowed)).toEqual([3, 0]);
  });

  it('reads the text index behind a Distributed table only where the nodes have all of its parts', async () => {
    const { run: answers } = recordingServer();
    const looksUp = async (urls: string[]) => {
      const statements: string[] = [];
      const run: Run = async (sql, options) => {
        statements.push(sql);
        if (/engine = 'Distributed'|system\.(table_functions|data_skipping_indices)/.test(sql)) return '1\n';
        if (sql.includes('FROM t_local LIMIT 1')) return `${urls.indexOf(options.url)}\n`;
        return sql.includes('mergeTreeTextIndex(') ? '{"token":"border"}\n' : answers(sql, options);
      };
      const engine = clickhouseEngine({ urls, table: 't', run });
      const { key } = await engine.open({ kind: 'text', text: '', name: '' });
      await engine.ask(key, selection, { counts: true });
      return statements.filter(sql => sql.includes('mergeTreeTextIndex(')).length;
    };
    expect(await looksUp(['http://127.0.0.1:1'])).toBe(0);
    expect(await looksUp(['http://127.0.0.1:1', 'http://127.0.0.1:2'])).toBe(2);
  });

  it('finds nothing more where a part was missing', async () => {
    const { run, statements, faults } = recordingServer();
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    faults.add('part');
    await engine.ask(key, selection, { counts: true });
    faults.delete('part');
    statements.length = 0;
    await engine.ask(key, selection, { counts: true });
    expect(statements.join()).toContain('(words,');
  });
});

describe('a node that goes away', () => {
  const selection: Selection = { facets: {}, text: '', from: null, to: null, compare: null };

  it('makes an answer fail whose texts it had', async () => {
    const { run, faults } = recordingServer();
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    const wants = { rows: { order: 'date' as const, start: 0, limit: 1 } };
    expect((await engine.ask(key, selection, wants)).rows.rows).toHaveLength(1);
    faults.add('text');
    await expect(engine.ask(key, selection, wants)).rejects.toMatchObject({ isMissingPart: true });
  });

  it('is not taken for a table that is being loaded anew, whose numbers nobody gets', async () => {
    const { run: answers, faults } = recordingServer();
    const run: Run = async (sql, options) => (await answers(sql, options)).replace('\\"parts\\":2', '\\"parts\\":1');
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    faults.add('part');
    await expect(engine.ask(key, selection, { counts: true })).rejects.toThrow('is being loaded anew');
  });

  it('is not taken for a table that was loaded anew in the middle of a question or an export', async () => {
    const { run, faults } = recordingServer();
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    const exported = engine.export(key, WHOLE, 'date')[Symbol.asyncIterator]();
    faults.add('head');
    await expect(engine.ask(key, selection, { counts: true })).rejects.toMatchObject({ isReloaded: true });
    await expect(exported.next()).rejects.toMatchObject({ isReloaded: true });
    await expect(engine.open({ kind: 'text', text: '', name: '' })).rejects.toMatchObject({ isReloaded: true });
  });

  it('does not make an activity unknown', async () => {
    const { run: answers, faults } = recordingServer();
    const run: Run = async (sql, options) => {
      const rows = await answers(sql, options);
      // No id is found: the first branch has no row.
      return sql.includes('t_ids') ? rows.replace(/^0\t.*\n/, '') : rows;
    };
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    expect(await engine.ask(key, selection, { activity: { id: 'x' } })).toEqual({ activity: null });
    faults.add('part');
    await expect(engine.ask(key, selection, { activity: { id: 'x' } })).rejects.toMatchObject({ isMissingPart: true });
  });
});

describe('a statement that is no longer wanted', () => {
  it('is ended on the server, by its replacement where the user may not end it', async () => {
    const sent: { sql: string; queryId: string }[] = [];
    const { run: answers } = recordingServer();
    let isOpen = false;
    const run: Run = async (sql, options) => {
      sent.push({ sql, queryId: options.queryId });
      if (sql.startsWith('KILL')) throw new ClickHouseError(164, 'readonly');
      if (!isOpen || sql === 'SELECT 1') return answers(sql, options);
      return new Promise((_, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      });
    };
    const engine = clickhouseEngine({ urls: ['http://127.0.0.1:1'], table: 't', run });
    const { key } = await engine.open({ kind: 'text', text: '', name: '' });
    isOpen = true;
    sent.length = 0;
    const enough = new AbortController();
    const selection: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
    const asked = engine.ask(key, selection, { counts: true }, enough.signal);
    await expect.poll(() => sent.length).toBe(1);
    enough.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await expect.poll(() => sent.length).toBe(3);
    const [wanted, killed, replaced] = sent;
    expect(killed?.sql).toBe(`KILL QUERY WHERE query_id = '${wanted?.queryId}' ASYNC`);
    expect(replaced).toEqual({ sql: 'SELECT 1', queryId: wanted?.queryId });
  });
});
