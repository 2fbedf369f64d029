import { describe, expect, it } from 'vitest';
import { barsOf, binOf, extentOf, stopsOf } from '../../../src/engine/local/scale';
import { type Day, type DaySpan, dayOf, isoDay, OPEN_END, OPEN_START, parseIsoSpan } from '../../../src/lib/day';
import { createRandom, type Random } from '../../../src/lib/random';
import { ask, askedBy } from '../../fixtures/ask';
import { answer } from '../../fixtures/ask-index';
import { openDocument } from '../../fixtures/dataset-document';
import { drawn } from '../../fixtures/drawn';
import { KERNELS } from '../../fixtures/kernels';
import { textDataset } from '../../fixtures/text-dataset';

function span(from: string, to: string): DaySpan {
  return { earliest: parseIsoSpan(from)?.earliest ?? Number.NaN, latest: parseIsoSpan(to)?.latest ?? Number.NaN };
}

describe('extentOf', () => {
  it('spans the known days and passes over open sides', () => {
    const days = span('2016-05-04', '2018-02-01');
    expect(extentOf(Int32Array.of(OPEN_START, days.earliest), Int32Array.of(days.latest, OPEN_END))).toEqual(days);
  });

  it('is null without any day', () => {
    expect(extentOf(Int32Array.of(), Int32Array.of())).toBeNull();
  });
});

function shown({ unit, step, edges }: ReturnType<typeof stopsOf>): string {
  const [first = Number.NaN, last = Number.NaN] = [edges[0], edges.at(-1)];
  return `${edges.length - 1} of ${step} ${unit}: ${isoDay(first)} … ${isoDay(last)}`;
}

describe('stopsOf', () => {
  it.each([
    ['2018-03-05', '2018-03-05', '1 of 1 day: 2018-03-05 … 2018-03-06'],
    ['2018-01', '2018-06-28', '179 of 1 day: 2018-01-01 … 2018-06-29'],
    ['2018-01', '2018-06-29', '6 of 1 month: 2018-01-01 … 2018-06-30'],
    ['2016-12-31', '2018-02-01', '15 of 1 month: 2016-12-31 … 2018-02-02'],
    ['2000-02', '2020-01', '81 of 3 month: 2000-02-01 … 2020-02-01'],
    ['1967', '2017', '51 of 1 year: 1967-01-01 … 2018-01-01'],
    ['1701', '2017', '159 of 2 year: 1701-01-01 … 2018-01-01'],
    ['-0044-03-15', '2017', '104 of 20 year: -0044-03-15 … 2018-01-01'],
    ['-0499', '-0003', '100 of 5 year: -0499-01-01 … -0002-01-01'],
    ['Y-2735000', 'Y2735000', '110 of 50000 year: Y-2735000-01-01 … Y2735001-01-01'],
    ['-9999', '9999', '100 of 200 year: -9999-01-01 … Y10000-01-01'],
  ])('lays stops over %s to %s', (from, to, expected) => {
    expect(shown(stopsOf(span(from, to), []))).toBe(expected);
  });

  it('reaches over the periods that the sources cover', () => {
    const { earliest: from, latest: to } = span('2015', '2019');
    const { edges } = stopsOf(span('2017-03', '2017-03'), [{ from, to }]);
    expect([edges[0], edges.at(-1)]).toEqual([from, to + 1]);
  });

  it('has no stops where there are no days', () => {
    expect(stopsOf(null, []).edges).toEqual([]);
  });
});

describe('barsOf', () => {
  it.each([
    [89, '2017', '2024', '96 of 1 month: 2017-01-01 … 2025-01-01'],
    [5400, '2000', '2019', '80 of 3 month: 2000-01-01 … 2020-01-01'],
    [7300, '2000', '2019', '240 of 1 month: 2000-01-01 … 2020-01-01'],
    [13_000, '2017', '2024', '419 of 1 week: 2017-01-01 … 2025-01-01'],
    [10_000, '2000-02-09', '2019', '239 of 1 month: 2000-02-09 … 2020-01-01'],
    [1_000_000, '2000-02-09', '2019', '1039 of 1 week: 2000-02-09 … 2020-01-01'],
    [1_000_000, '2018', '2020', '1096 of 1 day: 2018-01-01 … 2021-01-01'],
    [1_000_000, '1961', '2000', '1044 of 2 week: 1961-01-01 … 2001-01-01'],
    [1_000_000, '1901', '2000', '1200 of 1 month: 1901-01-01 … 2001-01-01'],
    [1_000_000, '1701', '2000', '1200 of 3 month: 1701-01-01 … 2001-01-01'],
    [1_000_000, '-9999', '9999', '1000 of 20 year: -9999-01-01 … Y10000-01-01'],
  ])('are as fine for %i activities from %s to %s as there is something in them', (size, from, to, expected) => {
    expect(shown(barsOf(stopsOf(span(from, to), []), size))).toBe(expected);
  });

  it('begin between the stops on Mondays, before the year 1970 as well', () => {
    const { edges } = barsOf(stopsOf(span('1955-03-03', '1960'), []), 1_000_000);
    const inner = edges.slice(1, -1);
    expect(inner.length).toBeGreaterThan(250);
    expect(inner.every(edge => new Date(edge * 86_400_000).getUTCDay() === 1)).toBe(true);
  });
});

describe('binOf', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [9, 0],
    [10, 1],
    [19, 1],
    [20, 2],
    [29, 2],
    [30, 2],
    [999, 2],
  ])('puts day %i in bin %i of [0, 10, 20, 30)', (day, bin) => {
    expect(binOf([0, 10, 20, 30], day)).toBe(bin);
  });
});

/** Each bin that is not empty: its first day, its total, and its vague part. */
function densityPicture(record: string, link = ''): string {
  const { scale } = openDocument(textDataset(record)).open;
  const { total, vague } = ask(record, link).given.density;
  const lines = total.map((sum, bin) => `${isoDay(scale.edges[bin] ?? 0)} ${sum.toFixed(2)} ${vague[bin]?.toFixed(2)}`);
  return lines.filter(line => !line.endsWith(' 0.00 0.00')).join('\n');
}

describe('densityOf', () => {
  const record = `
    theme
      a
    2018-01-01              exact #theme:a
    2018-01-30..2018-02-02  over-the-border
    2018-03                 within-a-bin
    [2018-04-30..2018-05-02]  either-side
    2018-06..               ongoing
    ..2018-07-05            before
    2018-12                 late
  `;

  it('counts known days at the first, spreads the unknown over the bins they may lie in, and leaves out what has no first', () => {
    expect(densityPicture(record)).toBe(
      drawn(`
        2018-01-01 2.00 0.00
        2018-03-01 1.00 0.00
        2018-04-01 0.33 0.33
        2018-05-01 0.67 0.67
        2018-06-01 1.00 0.00
        2018-12-01 1.00 0.00
      `),
    );
  });

  it('follows the facets but not the window', () => {
    expect(densityPicture(record, '?theme=a&from=2018-12')).toBe('2018-01-01 1.00 0.00');
  });

  it('spreads what may be of any year over all years', () => {
    const { total } = ask('[Y-2735000..Y2735000] ever', '').given.density;
    expect(total.reduce((sum, part) => sum + part)).toBeCloseTo(1, 6);
    expect(Math.min(...total.slice(1, -1))).toBeGreaterThan(0.005);
  });

  it('spreads a year evenly by days', () => {
    expect(densityPicture('2018 year\n2018-01-01..2018-12-31 exact\n2019-01-01 next')).toBe(
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .map((days, m) => {
          const share = (days / 365).toFixed(2);
          const known = m === 0 ? 1 : 0;
          const total = (days / 365 + known).toFixed(2);
          return `2018-${String(m + 1).padStart(2, '0')}-01 ${total} ${share}`;
        })
        .concat('2019-01-01 1.00 0.00')
        .join('\n'),
    );
  });
});

interface Dated extends DaySpan {
  date: string;
  isVague: boolean;
}

/** A date in 2001 to 2005: a day, a month, a year, or open on one side. */
function drawDated(random: Random): Dated {
  const [year, month] = [2001 + random.below(5), 1 + random.below(12)];
  const first = dayOf(year, month, 1 + random.below(28));
  const last = first + random.below(400);
  const within = (text: string) => ({ date: text, ...span(text, text), isVague: true });
  switch (random.below(9)) {
    case 0:
      return within(`${year}`);
    case 1:
      return within(`${year}-${String(month).padStart(2, '0')}`);
    case 2:
      return { date: `[${isoDay(first)}..${isoDay(last)}]`, earliest: first, latest: last, isVague: true };
    case 3:
      return { date: `${isoDay(first)}/${isoDay(last)}`, earliest: first, latest: last, isVague: false };
    case 4:
      return { date: `${isoDay(first)}/..`, earliest: first, latest: OPEN_END, isVague: false };
    case 5:
      return { date: `../${isoDay(first)}`, earliest: OPEN_START, latest: first, isVague: false };
    default:
      return { date: isoDay(first), earliest: first, latest: first, isVague: false };
  }
}

/** Counts day by day: slow but obvious. */
function densityByDays(dated: readonly Dated[], edges: readonly Day[]): { total: number[]; vague: number[] } {
  const [sure, vague] = [new Map<Day, number>(), new Map<Day, number>()];
  const add = (days: Map<Day, number>, day: Day, share: number) => days.set(day, (days.get(day) ?? 0) + share);
  for (const { earliest, latest, isVague } of dated) {
    const isInOne = edges.filter(edge => edge <= earliest).length === edges.filter(edge => edge <= latest).length;
    if (!isVague || isInOne) add(sure, earliest, 1);
    else for (let day = earliest; day <= latest; day += 1) add(vague, day, 1 / (latest - earliest + 1));
  }
  const binned = (days: Map<Day, number>) =>
    edges.slice(1).map((end, bin) => {
      let amount = 0;
      for (let day = edges[bin] ?? end; day < end; day += 1) amount += days.get(day) ?? 0;
      return amount;
    });
  const vagueBins = binned(vague);
  return { total: binned(sure).map((amount, bin) => amount + (vagueBins[bin] ?? 0)), vague: vagueBins };
}

describe.each(KERNELS)('the density of many, in %s', (_kind, makeKernel) => {
  const random = createRandom(5, 'dates');
  const many = Array.from({ length: 12_000 }, (_, i) => ({ ...drawDated(random), themes: i % 3 === 0 ? ['a'] : [] }));
  const opened = openDocument(
    {
      format: 'chronofacet-dataset/1',
      id: 'many',
      title: 'Many',
      facets: [{ id: 'theme', label: 'Theme', values: [{ id: 'a', label: 'A' }] }],
      activities: many.map(({ date, themes }, i) => ({ id: `a${i}`, date, title: `A${i}`, tags: { theme: themes } })),
    },
    makeKernel,
  );

  it.each([
    ['', many],
    ['?theme=a', many.filter(({ themes }) => themes.length > 0)],
    ['?theme=-a', many.filter(({ themes }) => themes.length === 0)],
    ['?theme=a,-a', []],
  ])('is by weeks what it is by days: "%s"', (link, dated) => {
    const { scale } = opened.open;
    expect(scale).toMatchObject({ unit: 'week', step: 1 });
    const { density } = answer(opened.index, askedBy(link, opened));
    const expected = densityByDays(dated, scale.edges);
    for (const part of ['total', 'vague'] as const) {
      expect(density[part]).toHaveLength(expected[part].length);
      density[part].forEach((amount, bin) => {
        expect(amount).toBeCloseTo(expected[part][bin] ?? Number.NaN, 6);
      });
    }
  });
});
