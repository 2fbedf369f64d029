import { describe, expect, it } from 'vitest';
import { byteSource, chunksOf } from '../../src/formats/input/byte-source';
import { streamOf } from '../fixtures/packed';

const bytes = Uint8Array.from({ length: 20 }, (_, i) => i);

describe('byteSource', () => {
  it.each([1, 3, 7, 20])('gives lengths of one’s own from pieces of %i', async length => {
    const source = byteSource(streamOf(bytes, length));
    const [first, second] = [new Uint8Array(5), new Uint8Array(6)];
    expect([await source.fill(first), await source.skip(4), await source.fill(second)]).toEqual([true, true, true]);
    expect([...first, ...second]).toEqual([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14]);
    expect(await source.fill(new Uint8Array(0))).toBe(true);
    expect(await source.fill(new Uint8Array(6))).toBe(false);
  });

  it('says when there is less to skip', async () => {
    expect(await byteSource(streamOf(bytes, 3)).skip(21)).toBe(false);
  });
});

describe('chunksOf', () => {
  function streamed(onCancel: () => void): ReadableStream<Uint8Array> {
    let at = 0;
    return new ReadableStream({
      pull(controller) {
        controller.enqueue(bytes.subarray(at, at + 5));
        at += 5;
        if (at === 20) controller.close();
      },
      cancel: onCancel,
    });
  }

  it('gives all that a stream has', async () => {
    const pieces: number[] = [];
    for await (const piece of chunksOf(streamed(() => {}))) pieces.push(...piece);
    expect(pieces).toEqual([...bytes]);
  });

  it('cancels a stream that is left early', async () => {
    let isCancelled = false;
    const stream = streamed(() => {
      isCancelled = true;
    });
    for await (const _ of chunksOf(stream)) break;
    expect(isCancelled).toBe(true);
  });
});
