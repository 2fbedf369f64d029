import { describe, expect, it } from 'vitest';
import { timelineWants } from '../../../src/panels/timeline/wants';
import { parseView } from '../../../src/url/parse';
import { openDocument } from '../../fixtures/dataset-document';
import { smallDocument } from '../../fixtures/small-document';

const document = { ...smallDocument(), activities: [{ id: 'a', date: '2017', title: 'A' }] };
const { open } = openDocument(document);

function asked(link: string, total = open.total) {
  const state = { open: { ...open, total }, axis: null, rowStart: 0, rowPages: 1, moreLines: new Map() };
  return timelineWants(parseView(link).view, state);
}

describe('timelineWants', () => {
  it.each([
    ['', 0],
    ['?from=2017-02-01&to=2017-02-10', 10],
    ['?from=2017-12-30', 2],
    ['?to=2017-01-03', 3],
  ])('wants marks for %s as far around as the window is wide: %i days', (link, margin) => {
    expect(asked(link).marks?.margin).toBe(margin);
  });

  it.each([
    [89, 320],
    [320, 320],
    [321, 120],
    [1_000_000, 120],
  ])('wants of a record of %i activities up to %i marks, and the crowd of more', (total, limit) => {
    expect(asked('', total)).toMatchObject({ marks: { limit }, laneDensity: { above: limit } });
  });

  it('wants the lanes of the view, those below open ones too, and none beside another selection', () => {
    const lanes = { facet: 'region', open: ['africa'] };
    expect(asked('?lanes=region&lanes.open=africa,asia')).toMatchObject({
      lanes,
      marks: { lanes },
      laneDensity: { lanes },
    });
    expect(asked('?lanes=none')).toMatchObject({ marks: { lanes: null } });
    expect(asked('?lanes=region&compare=q%3Dx')).not.toHaveProperty('lanes');
  });
});
