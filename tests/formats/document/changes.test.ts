import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/formats/document/changes';
import { arbitraryDataset } from '../../fixtures/arbitrary-dataset';
import type { DatasetDocument } from '../../fixtures/dataset-document';
import { openText } from '../../fixtures/every-form';
import { smallDocument } from '../../fixtures/small-document';

async function changes(before: DatasetDocument, after: DatasetDocument) {
  return changesBetween(await openText(JSON.stringify(before)), await openText(JSON.stringify(after)));
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

function edited(edit: (document: DatasetDocument) => void): DatasetDocument {
  const document = smallDocument();
  edit(document);
  return document;
}

const second = (document: DatasetDocument) => document.activities[1] as DatasetDocument['activities'][number];

describe('changesBetween', () => {
  it('finds nothing between equal datasets, whatever the order of activities and keys', async () => {
    const turned = edited(document => {
      document.activities.reverse();
      document.title = { fr: 'Petit', en: 'Small' };
      document.activities[1] = Object.fromEntries(Object.entries(second(document)).reverse()) as never;
      second(document).tags?.region?.reverse();
    });
    expect(await changes(smallDocument(), turned)).toEqual({ dataset: [], changed: [], new: [], gone: [] });
  });

  it.each<[string, (document: DatasetDocument) => void, string, unknown, unknown]>([
    ['a title', d => Object.assign(second(d), { title: 'Other' }), 'title', { en: 'Second', fr: 'Deuxième' }, 'Other'],
    ['a date', d => Object.assign(second(d), { date: '2017' }), 'date', '2017-01-02/2017-01-03', '2017'],
    ['a tag', d => second(d).tags?.region?.pop(), 'tags.region', ['africa', 'asia'], ['africa']],
    ['a new field', d => Object.assign(second(d), { dateNote: 'Why' }), 'dateNote', undefined, 'Why'],
    ['a field that is gone', d => delete second(d).short, 'short', '2nd', undefined],
    ['a place', d => Object.assign(second(d).place ?? {}, { country: 'FR' }), 'place.country', 'BE', 'FR'],
    ['a source', d => Object.assign(second(d).source ?? {}, { item: 3 }), 'source.item', 2, 3],
  ])('names the field: %s', async (_, edit, field, before, after) => {
    expect(await changes(smallDocument(), edited(edit))).toEqual({
      dataset: [],
      changed: [{ id: 'second', fields: [{ field, before, after }] }],
      new: [],
      gone: [],
    });
  });

  it('names what changed in the root, values of facets by their ids', async () => {
    const { dataset } = await changes(
      smallDocument(),
      edited(document => {
        document.language = 'fr';
        const [region] = document.facets;
        region?.values.splice(2, 1);
        Object.assign(region?.values[1] ?? {}, { label: 'Republic of Mali' });
      }),
    );
    expect(dataset).toEqual([
      { field: 'language', before: 'en', after: 'fr' },
      { field: 'facets.region.values.mali.label', before: 'Mali', after: 'Republic of Mali' },
      { field: 'facets.region.values.asia', before: { id: 'asia', label: 'Asia' }, after: undefined },
    ]);
  });

  it('recognises a renamed activity by its former id', async () => {
    const renamed = edited(document =>
      Object.assign(second(document), { id: 'zwei', formerIds: ['zweite', 'second'] }),
    );
    const { changed, new: added, gone } = await changes(smallDocument(), renamed);
    expect([added, gone]).toEqual([[], []]);
    expect(changed).toEqual([
      {
        id: 'zwei',
        fields: [
          { field: 'id', before: 'second', after: 'zwei' },
          { field: 'formerIds', before: ['zweite'], after: ['zweite', 'second'] },
        ],
      },
    ]);
  });

  it('agrees with a comparison of the documents, and the other way round swaps new and gone', async () => {
    const picks = fc.infiniteStream(fc.constantFrom('keep', 'drop', 'retitle'));
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, picks, async ({ document }, picked) => {
        const activities = document.activities.map(({ formerIds: _, ...activity }) => activity);
        const fates = activities.map(() => picked.next().value);
        const later = activities
          .filter((_, i) => fates[i] !== 'drop')
          .map(activity =>
            fates[activities.indexOf(activity)] === 'retitle' ? { ...activity, title: '≠' } : activity,
          );
        const [before, after] = [
          { ...document, activities },
          { ...document, activities: later },
        ];
        const fated = (fate: string) => ids(activities.filter((_, i) => fates[i] === fate));
        const forth = await changes(before, after);
        expect([forth.dataset, ids(forth.changed), ids(forth.new), ids(forth.gone)]).toEqual([
          [],
          fated('retitle'),
          [],
          fated('drop'),
        ]);
        const back = await changes(after, before);
        expect([ids(back.changed), ids(back.new), ids(back.gone)]).toEqual([fated('retitle'), fated('drop'), []]);
      }),
      { numRuns: 40 },
    );
  });
});
