import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/engine/worker/check-reply';

describe('checkReply', () => {
  it.each([
    { kind: 'progress', id: 1, progress: { done: 1, total: null } },
    { kind: 'done', id: 1, value: { counts: { total: 3, facets: [], textLoss: null } } },
    { kind: 'failed', id: 1, code: 'workerLost', found: '' },
    { kind: 'ended', id: 1 },
  ])('lets a reply pass: %j', reply => {
    expect(() => checkReply(reply)).not.toThrow();
  });

  it.each([
    null,
    'done',
    { kind: 'done', value: {} },
    { kind: 'surprise', id: 1 },
    { kind: 'constructor', id: 1 },
    { kind: 'done', id: 1 },
    { kind: 'done', id: 1, value: null },
    { kind: 'done', id: 1, value: { counts: new Uint32Array(1) } },
    { kind: 'done', id: 1, value: { days: new Map() } },
    { kind: 'done', id: 1, value: { total: Number.NaN } },
    { kind: 'failed', id: 1, code: 7, found: '' },
    { kind: 'progress', id: 1, progress: { done: '1', total: null } },
  ])('throws at anything else: %j', message => {
    expect(() => checkReply(message)).toThrow('no reply');
  });
});
