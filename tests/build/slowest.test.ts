import { describe, expect, it } from 'vitest';
import { slowestJourneys, slowestUnitFiles } from '../../scripts/slowest.mjs';

describe('slowestUnitFiles', () => {
  it('names the files that took longest, the slowest first', () => {
    const testResults = [
      { name: '/home/a/tests/quick.test.ts', startTime: 1000, endTime: 1200 },
      { name: '/home/a/tests/slow.test.ts', startTime: 1000, endTime: 4500 },
      { name: '/home/a/tests/middling.test.ts', startTime: 1000, endTime: 2000 },
    ];
    expect(slowestUnitFiles({ testResults }, '/home/a', 2)).toEqual([
      { name: 'tests/slow.test.ts', seconds: 3.5 },
      { name: 'tests/middling.test.ts', seconds: 1 },
    ]);
  });
});

describe('slowestJourneys', () => {
  it('finds them in nested groups and adds the runs of a repeated one', () => {
    const journey = (title: string, ...durations: number[]) => ({
      file: 'list.spec.ts',
      line: 7,
      title,
      tests: [{ projectName: 'at the root', results: durations.map(duration => ({ duration })) }],
    });
    const report = {
      suites: [
        { specs: [journey('one', 2000)], suites: [{ specs: [journey('two', 1500, 1500), journey('three', 10)] }] },
      ],
    };
    expect(slowestJourneys(report, 2)).toEqual([
      { name: 'list.spec.ts:7 › two [at the root, 2 runs]', seconds: 3 },
      { name: 'list.spec.ts:7 › one [at the root]', seconds: 2 },
    ]);
  });
});
