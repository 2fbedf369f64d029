import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextIndex } from '../../../src/engine/local/text-index';
import { buildInSlices, createTextIndexBuilder } from '../../../src/engine/local/text-index-builder';
import { wordsOf } from '../../../src/lib/fold';
import { arbitraryFields } from '../../fixtures/arbitrary-fields';

const nextTurn = () => new Promise(done => setTimeout(done));

function indexOf(documents: readonly (readonly string[])[]): TextIndex {
  const builder = createTextIndexBuilder(documents.length);
  documents.forEach((fields, position) => {
    builder.add(position, fields);
  });
  return builder.finish();
}

/** Each word with its positions, in the order of the index. */
function contentOf({ vocabulary, blocks }: TextIndex): string[] {
  const words = [...vocabulary.ends].map((end, i) =>
    String.fromCharCode(...vocabulary.letters.subarray(vocabulary.ends[i - 1] ?? 0, end)),
  );
  return blocks.flatMap((block, b) =>
    [...block.words].map((word, i) => {
      const run = block.positions.subarray(block.starts[i], block.starts[i + 1]);
      return `${words[word]} ${[...run].map(position => position + b * 65_536).join(' ')}`;
    }),
  );
}

describe('createTextIndexBuilder', () => {
  it('keeps every word once, in order, each with its positions once, in order', () => {
    fc.assert(
      fc.property(fc.array(arbitraryFields, { maxLength: 40 }), documents => {
        const positions = new Map<string, Set<number>>();
        documents.forEach((fields, position) => {
          for (const word of fields.flatMap(wordsOf)) {
            positions.set(word, (positions.get(word) ?? new Set()).add(position));
          }
        });
        const words = [...positions.keys()].sort();
        expect(contentOf(indexOf(documents))).toEqual(
          words.map(word => `${word} ${[...(positions.get(word) ?? [])].join(' ')}`),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps thousands of words apart', () => {
    const documents = [...Array(5000).keys()].map(i => [`n${i} n${i % 7}x${i} ÄÖ${i * i}`]);
    const words = [...new Set(documents.flat().flatMap(wordsOf))].sort();
    expect(contentOf(indexOf(documents)).map(line => line.split(' ')[0])).toEqual(words);
  });
});

describe('buildInSlices', () => {
  const documents = [...Array(2000).keys()].map(i => [`Border ${i}`, `police post ${i % 97}`, 'Łódź']);
  const source = { size: documents.length, fieldsAt: (position: number) => documents[position] ?? [] };

  it('builds the same index as in one go, and pauses in between', async () => {
    let pauses = 0;
    const index = await buildInSlices(source, {
      sliceMs: 0,
      yieldTo: async () => {
        pauses += 1;
      },
    });
    expect(index).toEqual(indexOf(documents));
    expect(pauses).toBeGreaterThan(2000 / 16);
  });

  it('builds the index of nothing', async () => {
    const index = await buildInSlices({ size: 0, fieldsAt: () => [] }, { yieldTo: nextTurn });
    expect(index).toEqual(indexOf([]));
  });

  it('stops at the next pause when aborted, with the reason', async () => {
    const abort = new AbortController();
    const reason = new Error('closed');
    let last = 0;
    const building = buildInSlices(
      {
        size: documents.length,
        fieldsAt: position => {
          if (position === 500) abort.abort(reason);
          last = position;
          return documents[position] ?? [];
        },
      },
      { sliceMs: 0, yieldTo: nextTurn, signal: abort.signal },
    );
    await expect(building).rejects.toBe(reason);
    expect(last).toBeLessThan(520);
  });

  it('does not begin when aborted before', async () => {
    const fieldsAt = () => {
      throw new Error('asked');
    };
    const building = buildInSlices({ size: 1, fieldsAt }, { yieldTo: nextTurn, signal: AbortSignal.abort('closed') });
    await expect(building).rejects.toBe('closed');
  });
});
