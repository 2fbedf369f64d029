import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Index } from '../../../src/engine/local/build-index';
import { materialize } from '../../../src/engine/local/materialize';
import { matrixCode } from '../../../src/engine/local/reply-cache';
import { compareCode, select } from '../../../src/engine/local/select';
import { type Selection, WHOLE } from '../../../src/model/selection';
import type { WantName, Wants } from '../../../src/model/wants';
import { arbitraryQuestion } from '../../fixtures/arbitrary-query';
import { openDocument } from '../../fixtures/dataset-document';
import { DEPENDS_ON } from '../../fixtures/depends-on';
import { selectionIn, wantsIn } from '../../fixtures/query';

beforeAll(() => Promise.all([matrixCode.load(), compareCode.load()]));

it('replies alike to selections that differ only in what a reply does not depend on', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryQuestion, fc.nat(), async ({ document, query }, nth) => {
      const selection = selectionIn(query);
      const id = document.activities[nth % document.activities.length]?.id ?? 'nobody';
      const wants: Wants = {
        ...wantsIn(query),
        activity: { id },
        neighbours: { id, order: query.sort },
        related: { id },
      };
      // One index for each side, as an index remembers what it replied.
      const [whole, reduced] = [openDocument(document).index, openDocument(document).index];
      const slicing = { yieldTo: async () => {}, signal: new AbortController().signal };
      for (const { orders } of [whole, reduced]) await orders.ready(query.sort, slicing);
      const reply = (index: Index, asked: Selection, name: WantName) =>
        materialize(index, select(index, asked, { [name]: wants[name] }));
      for (const name of Object.keys(wants) as WantName[]) {
        const kept = Object.fromEntries(DEPENDS_ON[name].map(key => [key, selection[key]]));
        expect(reply(reduced, { ...WHOLE, ...kept }, name)).toEqual(reply(whole, selection, name));
      }
    }),
    { numRuns: 60 },
  );
});
