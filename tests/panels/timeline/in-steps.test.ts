// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inSteps } from '../../../src/panels/timeline/in-steps';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const FRAME_MS = 17;

function setup() {
  const taken: string[] = [];
  const step = (name: string) => () => void taken.push(name);
  const cancel = inSteps(() => {
    taken.push('first');
    return [step('second'), step('third')];
  });
  return { taken, cancel };
}

test('takes each step after a frame of its own', () => {
  const { taken } = setup();
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(taken).toEqual(['first']);
  vi.advanceTimersByTime(FRAME_MS);
  expect(taken).toEqual(['first', 'second']);
  vi.advanceTimersByTime(FRAME_MS);
  expect(taken).toEqual(['first', 'second', 'third']);
});

test.each([0, 1, FRAME_MS + 1, 2 * FRAME_MS + 1])('takes no step more once it is cancelled after %i ms', ms => {
  const { taken, cancel } = setup();
  vi.advanceTimersByTime(ms);
  const before = [...taken];
  cancel();
  vi.advanceTimersByTime(1000);
  expect(taken).toEqual(before);
});
