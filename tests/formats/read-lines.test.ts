import { describe, expect, it } from 'vitest';
import { type Line, readLines } from '../../src/formats/input/read-lines';
import { textStream } from '../../src/formats/input/text-stream';
import { streamOf } from '../fixtures/packed';

async function linesOf(text: string, cut: number, longest?: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of readLines(textStream(streamOf(new TextEncoder().encode(text), cut)).pieces, longest))
    lines.push(...batch);
  return lines;
}

describe('readLines', () => {
  it.each([1, 2, 3, 5, 100])('numbers lines, read %i bytes at a time', async cut => {
    expect(await linesOf('a\n\nŁódź 東京\u2028x\n', cut)).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '' },
      { number: 3, text: 'Łódź 東京\u2028x' },
    ]);
  });

  it('gives a last line without an end', async () => {
    expect(await linesOf('a\nb', 10)).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
    ]);
  });

  it('gives nothing of nothing', async () => {
    expect(await linesOf('', 10)).toEqual([]);
  });

  it('cuts a line that goes on and on, and finds its end', async () => {
    const lines = await linesOf(`a\n${'x'.repeat(1000)}\nb`, 10, 200);
    expect(lines.map(({ number, isCut }) => [number, isCut])).toEqual([
      [1, undefined],
      [2, true],
      [3, undefined],
    ]);
    expect(lines[1]?.text).toBe('x'.repeat(100));
    expect(lines[2]?.text).toBe('b');
  });
});
