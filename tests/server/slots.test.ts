import { expect, it } from 'vitest';
import { Busy, Slots } from '../../src/server/slots';

const never = () => new AbortController().signal;

it('lets the one that came first go first, and none that has given up', async () => {
  const slots = new Slots(1);
  const free = await slots.take(never());
  const order: string[] = [];
  const enough = new AbortController();
  const first = slots.take(never()).then(next => {
    order.push('first');
    next();
  });
  const given = slots.take(enough.signal);
  const last = slots.take(never()).then(() => order.push('last'));
  enough.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
  expect(order).toEqual([]);
  free();
  free();
  await Promise.all([first, last]);
  expect(order).toEqual(['first', 'last']);
});

it('refuses more than a thousand that wait', async () => {
  const slots = new Slots(1);
  await slots.take(never());
  for (let i = 0; i < 1000; i += 1) void slots.take(never());
  await expect(slots.take(never())).rejects.toBeInstanceOf(Busy);
});
