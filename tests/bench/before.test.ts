import { describe, expect, it } from 'vitest';
import { inTurn, ratiosOf, tableAgainst, targetsAgainst } from '../../bench/before.mjs';
import { againstBefore, pairsOf } from '../../bench/frames.mjs';

const before = { name: 'abc1234', folder: 'before' } as const;
const now = { name: 'now', folder: 'app' } as const;

describe('two builds', () => {
  it('are compared round by round, so that a slow round does not count as a slow build', () => {
    const pair = { what: 'list', figure: 'frame', before: [10, 100, 10], now: [11, 110, 11] };
    const { rows } = tableAgainst('Scrolling', 'abc1234', [pair]);
    expect(rows).toEqual([['list', 'frame', '10.0 ms', '11.0 ms', '1.10×', '1.10× to 1.10×', '3']]);
  });

  it('are compared in the rounds that both have', () => {
    expect(ratiosOf({ before: [2, 4], now: [1, 1, 1] })).toEqual([0.5, 0.25]);
    expect(ratiosOf({ before: [0], now: [0] })).toEqual([]);
  });

  it('differ by at most 5 % where the target is kept', () => {
    const pairs = [1.05, 1.06].map(value => ({ what: 'list', figure: 'frame', before: [1], now: [value] }));
    const missing = { what: 'list', figure: 'frame', before: [], now: [1] };
    expect(targetsAgainst('abc1234', [...pairs, missing]).map(({ kept }) => kept)).toEqual([true, false, null]);
  });
});

describe('the turns of a round', () => {
  it('go backwards every other round', () => {
    expect([0, 1, 2].map(round => inTurn(['before', 'now'], round))).toEqual([
      ['before', 'now'],
      ['now', 'before'],
      ['before', 'now'],
    ]);
  });
});

describe('the frames of two builds', () => {
  const cost = (p95: number) => ({
    p50: 16,
    p95,
    script: 1,
    task: 2,
    processor: 3,
    longTask: 0,
    restTask: 0,
    frames: 99,
    answers: 1,
  });
  const stages = [
    { name: 'floor', build: null, costs: { drag: [cost(10)] } },
    { name: 'list', build: now, costs: { drag: [cost(40)] } },
    { name: 'list', build: before, costs: { drag: [cost(20)] } },
    { name: 'map', build: now, costs: { drag: [cost(40)] } },
  ];

  it('are paired by the name of the page', () => {
    const pairs = pairsOf(stages, 'drag', ({ name }) => name);
    expect(new Set(pairs.map(({ what }) => what))).toEqual(new Set(['list, drag']));
    expect(pairs.find(({ figure }) => figure === 'frame, p95')).toMatchObject({ before: [20], now: [40] });
  });

  it('are not compared without a build before', () => {
    const pairs = { Dragging: pairsOf(stages, 'drag', ({ name }) => name) };
    expect(againstBefore([now], pairs)).toEqual({ tables: [], targets: [] });
    const { tables, targets } = againstBefore([before, now], pairs);
    expect(tables.map(({ caption }) => caption)).toEqual(['Dragging']);
    expect(targets.map(({ what, kept }) => [what, kept])).toEqual([
      ['list, drag: frame, p95, over abc1234', false],
      ['list, drag: processor a frame, over abc1234', true],
    ]);
  });
});
