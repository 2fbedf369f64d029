import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markOpening, measureAnswer, measureOpened, paintMeasure } from '../../src/queries/measure';

function entries(name: string): PerformanceEntryList {
  return performance.getEntriesByName(`chronofacet:${name}`, 'measure');
}

function forget(): void {
  performance.clearMarks();
  performance.clearMeasures();
  // An answer that another test left unpainted.
  paintMeasure();
}

beforeEach(forget);
afterEach(forget);

const answered = () => measureAnswer(async () => 'reply');

describe('the measures of the page', () => {
  it('leave one entry behind for each answer, and none for one that failed', async () => {
    expect(await answered()).toBe('reply');
    expect(entries('answer')).toHaveLength(1);
    await expect(measureAnswer(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(entries('answer')).toHaveLength(1);
  });

  it('measure the painting of an answer from its coming on, once', async () => {
    paintMeasure()();
    expect(entries('render')).toEqual([]);
    await answered();
    const [answer] = entries('answer');
    paintMeasure()();
    paintMeasure()();
    expect(entries('render')).toHaveLength(1);
    expect(entries('render')[0]?.startTime).toBeCloseTo((answer?.startTime ?? 0) + (answer?.duration ?? 0), 3);
  });

  it('measure an opening up to its first answer only', () => {
    measureOpened();
    expect(entries('load')).toEqual([]);
    markOpening();
    measureOpened();
    measureOpened();
    expect(entries('load')).toHaveLength(1);
    expect(performance.getEntriesByType('mark')).toEqual([]);
  });

  it('measure the last opening where one before gave no answer', () => {
    markOpening();
    markOpening();
    const [mark] = performance.getEntriesByType('mark');
    measureOpened();
    expect(entries('load').map(({ startTime }) => startTime)).toEqual([mark?.startTime]);
  });

  it('stay readable, but do not pile up in a long session', async () => {
    for (let i = 0; i < 200; i += 1) await answered();
    paintMeasure()();
    expect([entries('answer').length, entries('render').length]).toEqual([200, 1]);
    for (let i = 0; i < 250; i += 1) await answered();
    expect(entries('answer').length).toBeLessThanOrEqual(200);
    expect(entries('answer').length).toBeGreaterThan(0);
    expect(entries('render')).toHaveLength(1);
  });
});
