import { expect, it, vi } from 'vitest';
import { selectChunk } from '../../../src/engine/local/export-chunk';
import * as rows from '../../../src/engine/local/rows';
import { WHOLE } from '../../../src/model/selection';
import { openDocument } from '../../fixtures/dataset-document';
import { textDataset } from '../../fixtures/text-dataset';

const COUNT = 1200;

it('works out the positions of each export once, also where two are in progress', () => {
  const lines = Array.from({ length: COUNT }, (_, i) => `${1000 + i} Activity ${i}`);
  const { index } = openDocument(textDataset(lines.join('\n')));
  const ordered = vi.spyOn(rows, 'orderOf');
  const exports = ['date', '-date'] as const;
  const ids: Record<string, string[]> = { date: [], '-date': [] };
  for (let start = 0; start < COUNT; start += 500) {
    for (const order of exports) {
      const { activities: chunk } = selectChunk(index, { selection: WHOLE, order, start }).materialize();
      ids[order]?.push(...chunk.map(({ id }) => id));
    }
  }
  expect(ordered).toHaveBeenCalledTimes(2);
  expect(new Set(ids.date).size).toBe(COUNT);
  expect(new Set(ids['-date']).size).toBe(COUNT);
  expect(ids['-date']).toEqual(ids.date?.toReversed());
});
