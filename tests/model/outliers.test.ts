import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DaySpan, dayOf, OPEN_END, OPEN_START } from '../../src/lib/day';
import { outliersOf } from '../../src/model/outliers';

/** Activities with these spans; the id of each is its index. */
function outliersIn(spans: readonly DaySpan[]) {
  return outliersOf({
    size: spans.length,
    earliest: Int32Array.from(spans, ({ earliest }) => earliest),
    latest: Int32Array.from(spans, ({ latest }) => latest),
    idAt: position => String(position),
  });
}

function years(...from: (number | readonly [number, number])[]): DaySpan[] {
  return from.map(entry => {
    const [first, last] = typeof entry === 'number' ? [entry, entry] : entry;
    return { earliest: dayOf(first, 1, 1), latest: dayOf(last, 12, 31) };
  });
}

function idsIn(spans: readonly DaySpan[]): string {
  return (outliersIn(spans)?.activities ?? []).map(({ id }) => id).join(' ');
}

const sixty = Array.from({ length: 60 }, (_, i) => 1957 + i);

describe('outliersOf', () => {
  it('names one date far behind the rest, and the span of these', () => {
    const found = outliersIn(years(...sixty, 2918));
    expect(found?.activities).toEqual([{ id: '60', earliest: dayOf(2918, 1, 1), latest: dayOf(2918, 12, 31) }]);
    expect(found?.rest).toEqual({ earliest: dayOf(1957, 1, 1), latest: dayOf(2016, 12, 31) });
  });

  it.each<[string, DaySpan[], string]>([
    ['one before', years(201, ...sixty), '0'],
    ['one on either side', years(201, ...sixty, 2918), '0 61'],
    ['two together', years(...sixty, 2910, 2918), '60 61'],
    ['one far off behind another', years(...sixty, 2918, 9999), '60 61'],
    ['one that reaches far', years(...sixty, [2000, 9999]), '60'],
    ['all over each other', years(...sixty), ''],
    ['one a little behind', years(...sixty, 2100), ''],
    ['many far off', years(...sixty, 2910, 2912, 2914, 2916, 2918), ''],
    ['a record of few', years(1950, 1951, 2918), ''],
    ['a day of many and one far off', [...years(...sixty.map(() => 2000)), ...years(2100)], '60'],
    ['nothing', [], ''],
    [
      'open sides',
      [
        ...years(...sixty),
        { earliest: OPEN_START, latest: dayOf(1990, 1, 1) },
        { earliest: dayOf(1990, 1, 1), latest: OPEN_END },
      ],
      '',
    ],
    ['an open side far off', [...years(...sixty), { earliest: dayOf(5000, 1, 1), latest: OPEN_END }], '60'],
  ])('in %s', (_, spans, ids) => {
    expect(idsIn(spans)).toBe(ids);
  });

  it('keeps its promise for any record', () => {
    const span = fc
      .tuple(fc.integer({ min: -3000, max: 3000 }), fc.nat(40))
      .map(([year, more]) => ({ earliest: dayOf(year, 1, 1), latest: dayOf(year + more, 12, 31) }));
    const near = fc.array(fc.integer({ min: 1900, max: 2000 }), { minLength: 8, maxLength: 80 });
    fc.assert(
      fc.property(near, fc.array(span, { maxLength: 4 }), (rest, others) => {
        const spans = [...years(...rest), ...others];
        const found = outliersIn(spans);
        if (!found) return;
        const left = spans.filter((_, i) => !found.activities.some(({ id }) => id === String(i)));
        const extent = (all: readonly DaySpan[]) => ({
          earliest: Math.min(...all.map(({ earliest }) => earliest)),
          latest: Math.max(...all.map(({ latest }) => latest)),
        });
        const [whole, kept] = [extent(spans), extent(left)];
        expect(found.rest).toEqual(kept);
        expect(found.activities.length).toBeLessThanOrEqual(Math.max(1, spans.length / 20));
        expect(kept.latest - kept.earliest + 1).toBeLessThanOrEqual((whole.latest - whole.earliest + 1) * 0.2);
      }),
    );
  });
});
