import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../bench/orders.mjs';

describe('reasonOf', () => {
  it.each([
    ['page.evaluate: Error: nothing is loaded\n    at obey (worker.ts:1)', 'nothing is loaded'],
    ['page.evaluate: Target crashed ', 'the page crashed'],
    [
      `page.evaluate: Error: {"exception_type":"Out of Memory","exception_message":"could not allocate block of size 2"}`,
      'out of memory',
    ],
    [`{"exception_type":"Out of Memory","exception_message":"could not allo`, 'out of memory'],
    [`{"exception_type":"Parser","exception_message":"no such table"}`, 'Parser: no such table'],
    ['{"code": 7}', 'it failed'],
    ['{', 'it failed'],
    ['x'.repeat(500), `${'x'.repeat(119)}…`],
  ])('makes a sentence of %j', (message, expected) => {
    expect(reasonOf(message)).toBe(expected);
  });
});
