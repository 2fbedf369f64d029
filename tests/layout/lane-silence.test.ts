import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { laneSilence } from '../../src/layout/lane-silence';
import { laneIndex, lanesOf } from '../../src/layout/lanes';
import type { OpenDataset } from '../../src/model/answer';
import type { Facet } from '../../src/model/dataset';
import { oracleOf } from '../engine/local/oracle';
import { arbitraryDatasetOf } from '../fixtures/arbitrary-dataset';
import { arbitraryQuestionTo } from '../fixtures/arbitrary-query';
import { askedBy } from '../fixtures/ask';
import { answer } from '../fixtures/ask-index';
import { type DatasetDocument, openDocument } from '../fixtures/dataset-document';
import type { Answer, Query } from '../fixtures/query';
import { textTools } from '../i18n/words';

let tools: Awaited<ReturnType<typeof textTools>>;
beforeAll(async () => {
  tools = await textTools('en');
});

interface Asked {
  facet: Facet | null;
  open: OpenDataset;
  query: Query;
  given: Answer;
}

/** The lanes as they are drawn: what each says, and whether anything of the window is drawn in it. */
function drawnLanes({ facet, open, query, given }: Asked) {
  const weights = open.counts.find(count => count.facet === facet?.id)?.counts ?? [];
  const options = { open: query.openLanes, weights };
  const lanesFor = laneIndex(facet, options);
  const { from, to } = query;
  const marks = given.marks.filter(row => (from === null || row.latest >= from) && (to === null || row.earliest <= to));
  return lanesOf(facet, options, given).map(lane => ({
    ...lane,
    silence: laneSilence(lane, tools),
    hasMarks: marks.some(row => lanesFor(row).includes(lane.id)),
  }));
}

const question = arbitraryQuestionTo(arbitraryDatasetOf({ minLength: 6, maxLength: 40 }));

describe('what a lane says in place of marks', () => {
  it('is nothing where it holds activities, and else how many it holds without facets and text', () => {
    fc.assert(
      fc.property(question, ({ document, dates, query }) => {
        const { index, open, dataset } = openDocument(document);
        const oracle = oracleOf(document, dates);
        const facet = dataset.facets.find(({ id }) => id === query.lanes) ?? null;
        const unfiltered = { ...query, facets: {}, text: '' };
        const within = (asked: Query, lane: string) =>
          facet ? oracle.within(asked, facet.id, lane) : oracle.selection(asked).length;
        for (const lane of drawnLanes({ facet, open, query, given: answer(index, query) })) {
          const [count, recorded] = [within(query, lane.id), within(unfiltered, lane.id)];
          const expected = recorded > 0 ? `None of the ${recorded}` : 'Nothing recorded in this window';
          expect(lane.silence).toBe(count > 0 ? null : expected);
        }
      }),
    );
  });

  it('stands in no lane that has marks, and every lane with dated activities of its own has some', () => {
    fc.assert(
      fc.property(question, ({ document, query: asked }) => {
        const query = { ...asked, markLimit: 12, openLanes: [] };
        const lanesIn = (asked: DatasetDocument) => {
          const { index, open, dataset } = openDocument(asked);
          const facet = dataset.facets.find(({ id }) => id === query.lanes) ?? null;
          return drawnLanes({ facet, open, query, given: answer(index, query) });
        };
        const dated = document.activities.filter(({ date }) => date !== '');
        const counts = new Map(lanesIn({ ...document, activities: dated }).map(({ id, count }) => [id, count]));
        for (const lane of lanesIn(document)) {
          expect(lane.hasMarks).toBe((counts.get(lane.id) ?? 0) > 0);
          if (lane.hasMarks) expect(lane.silence).toBeNull();
        }
      }),
    );
  });

  it('is nothing in a record of more activities than marks, whose rarest lane holds a dozen', () => {
    const text = readFileSync('tests/cases/page/lanes-say-nothing-recorded.json', 'utf8');
    const opened = openDocument(JSON.parse(text) as DatasetDocument);
    const facet = opened.dataset.facets[0] ?? null;
    const query = askedBy(`?lanes=${facet?.id}`, opened);
    const lanes = drawnLanes({ facet, open: opened.open, query, given: answer(opened.index, query) });
    expect(lanes.length).toBeGreaterThan(2);
    expect(lanes.map(({ silence, hasMarks }) => [silence, hasMarks])).toEqual(lanes.map(() => [null, true]));
  });
});
