import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryQuestion, type Question } from '../../fixtures/arbitrary-query';
import { answer } from '../../fixtures/ask-index';
import { type DatasetDocument, openDocument } from '../../fixtures/dataset-document';
import { KERNELS } from '../../fixtures/kernels';
import type { Query } from '../../fixtures/query';

type Select = (change?: Partial<Query>) => string[];

type Opened = ReturnType<typeof openDocument>;

describe.each(KERNELS)('an answer, counted in %s', (_kind, makeKernel) => {
  const open = (document: DatasetDocument): Opened => openDocument(document, makeKernel);

  function everyQuestion(check: (question: Question, selected: Select) => void): void {
    const checkOpened = (question: Question) => {
      const { index } = open(question.document);
      check(question, change =>
        answer(index, { ...question.query, rowStart: 0, rowLimit: 1000, ...change }).rows.map(row => row.id),
      );
    };
    fc.assert(fc.property(arbitraryQuestion, checkOpened), { numRuns: 100 });
  }

  it('loses no activity when the window gets wider', () => {
    everyQuestion((question, selected) => {
      const { from, to } = question.query;
      const narrow = selected();
      for (const wider of [{ from: from && from - 100 }, { to: to && to + 100 }, { from: null }, { to: null }]) {
        expect(selected(wider)).toEqual(expect.arrayContaining(narrow));
      }
    });
  });

  it('gains no activity when another word is asked for', () => {
    everyQuestion((question, selected) => {
      const { text } = question.query;
      const wide = selected({ text: '' });
      for (const word of ['b', 'police', '-border', '"border police"']) {
        const narrow = selected({ text: word });
        expect(wide).toEqual(expect.arrayContaining(narrow));
        expect(narrow).toEqual(expect.arrayContaining(selected({ text: `${word} ${text}` })));
      }
    });
  });

  it('splits the selection into those that match a text and those that do not', () => {
    everyQuestion((_, selected) => {
      for (const word of ['b', 'Straße', '"border police"']) {
        const both = [...selected({ text: word }), ...selected({ text: `-${word}` })];
        expect(both.sort()).toEqual(selected({ text: '' }).sort());
      }
    });
  });

  it('does not depend on the order of the activities in the document', () => {
    everyQuestion(question => {
      const { document, query } = question;
      const turned = { ...document, activities: document.activities.toReversed() };
      expect(answer(open(turned).index, query)).toEqual(answer(open(document).index, query));
      expect(open(turned).open).toEqual(open(document).open);
    });
  });

  it('counts each activity once in a facet where nobody has two values', () => {
    everyQuestion(({ document, query }) => {
      const flat = {
        ...document,
        facets: document.facets.map(facet => ({
          ...facet,
          values: facet.values.map(({ broader: _, ...value }) => value),
        })),
        activities: document.activities.map(({ tags = {}, ...activity }) => ({
          ...activity,
          tags: Object.fromEntries(Object.entries(tags).map(([facet, values]) => [facet, values.slice(0, 1)])),
        })),
      };
      const { index } = openDocument(flat);
      for (const { facet, counts, none } of answer(index, query).counts) {
        const { [facet]: choice, ...others } = query.facets;
        if (choice?.mode === 'all') continue;
        const sum = counts.reduce((total, count) => total + count, none);
        expect(sum).toBe(answer(index, { ...query, facets: others }).total);
      }
    });
  });

  it('shows as many activities under a value as the number beside it says', () => {
    everyQuestion(({ document, query }) => {
      const { index, dataset } = open(document);
      const given = answer(index, query);
      dataset.facets.forEach((facet, f) => {
        if (query.facets[facet.id]?.mode === 'all') return;
        [...facet.values.map(value => value.id), '_none'].forEach((value, v) => {
          const choice = { include: [value], exclude: [], mode: 'any' as const };
          const chosen = answer(index, { ...query, facets: { ...query.facets, [facet.id]: choice } });
          expect(chosen.total).toBe(given.counts[f]?.counts[v] ?? given.counts[f]?.none);
        });
      });
    });
  });
});
