import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRecords } from '../../../src/formats/document/to-records';
import { createLineStore } from '../../../src/formats/ndjson/line-store';
import { ndjsonToRecords } from '../../../src/formats/ndjson/ndjson-to-records';
import { createRandom } from '../../../src/lib/random';
import { collectNdjson } from '../../fixtures/collect-ndjson';
import { mutateJson } from '../../fixtures/mutate';
import { streamOf } from '../../fixtures/packed';
import { smallDocument } from '../../fixtures/small-document';

function linesOf(seed: number): string {
  const random = createRandom(seed, 'lines');
  const { activities, ...root } = smallDocument();
  const many = activities.flatMap(activity => [activity, { ...activity, id: `${activity.id}-2`, title: 'Ŕé 中 😀' }]);
  for (let changes = random.below(4); changes > 0; changes -= 1) mutateJson(random, many);
  const lines = [root, ...many].map(value => JSON.stringify(value));
  if (random.chance(0.3)) lines.splice(1 + random.below(lines.length), 0, '', 'no JSON', '  ');
  return lines.join(random.chance(0.3) ? '\r\n' : '\n') + (random.chance(0.5) ? '\n' : '');
}

const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': text => Buffer.from(text),
  'UTF-8 with a mark': text => Buffer.from(`\uFEFF${text}`),
  'UTF-16': text => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'windows-1252': text => Buffer.from(text, 'latin1'),
  'damaged UTF-8': text => Buffer.concat([Buffer.from(text.replaceAll('é', 'éàü')), Buffer.of(0xff)]),
};

describe('NDJSON whose lines are kept', () => {
  it.each(Object.keys(ENCODINGS))('gives the same records as activities in memory: %s', async encoding => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 200 }), async (seed, length) => {
        const bytes = ENCODINGS[encoding]?.(linesOf(seed)) ?? new Uint8Array();
        const { records: same, root, problems } = await ndjsonToRecords(streamOf(bytes, length), {});
        const all = await collectNdjson(streamOf(bytes, length));
        const records = toRecords(all.dataset);
        expect(root).toEqual(all.root);
        expect(problems.filter(({ path }) => path !== '')).toEqual(all.problems.filter(({ path }) => path !== ''));
        const { head, size, earliest, latest, inexact, tags } = records;
        expect(same).toMatchObject({ head, size, earliest, latest, inexact, tags });
        for (let at = 0; at < size; at += 1) {
          expect(same.activityAt(at)).toEqual(records.activityAt(at));
          expect(same.rowAt(at)).toEqual(records.rowAt(at));
          expect(same.textAt(at, 'place')).toEqual(records.textAt(at, 'place'));
          expect(same.positionOf(same.idAt(at))).toBe(records.positionOf(records.idAt(at)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('returns each line of a text, wherever the text is cut', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '\r', 'é', '😀', '\u2028') });
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 9 }), (lines, length) => {
        const store = createLineStore();
        const bytes = Buffer.from(lines.join('\n'));
        for (let at = 0; at < bytes.length; at += length) store.append(bytes.subarray(at, at + length));
        lines.forEach((text, i) => {
          expect(store.lineAt(i + 1)).toBe(text);
        });
      }),
    );
  });
});
