import { describe, expect, it } from 'vitest';
import type { MatrixAxis } from '../../../src/model/answer';
import type { LaneSort } from '../../../src/model/view';
import { orderedLines } from '../../../src/panels/matrix/lines';
import { openDocument } from '../../fixtures/dataset-document';
import { drawn } from '../../fixtures/drawn';
import { textDataset } from '../../fixtures/text-dataset';

const [region] = openDocument(textDataset('region\n  zambia\n  africa\n    mali\n      gao\n    chad\n  asia')).dataset
  .facets;

function picture(counts: Record<string, number>, order: LaneSort): string {
  if (!region) throw new Error('no facet');
  const lines = Object.entries(counts).map(([value, count]) => ({ value, count, bins: [], isParent: false }));
  const axis: MatrixAxis = { facet: 'region', lines, hiddenCount: 0 };
  return orderedLines(region, axis, order, (a, b) => (a < b ? -1 : 1))
    .map(
      line => `${'  '.repeat(line.depth)}${line.value} ${line.count} at ${line.index}${line.isOpened ? ' open' : ''}`,
    )
    .join('\n');
}

describe('orderedLines', () => {
  it('puts the largest count first, children after their parent, none last', () => {
    const counts = { zambia: 2, africa: 5, mali: 1, gao: 1, chad: 4, asia: 7, _none: 9 };
    expect(picture(counts, 'count')).toBe(
      drawn(`
        asia 7 at 5
        africa 5 at 1 open
          chad 4 at 4
          mali 1 at 2 open
            gao 1 at 3
        zambia 2 at 0
        _none 9 at 6
      `),
    );
  });

  it('orders by name on every level', () => {
    expect(picture({ zambia: 2, africa: 5, mali: 1, chad: 4, asia: 7, _none: 9 }, 'name')).toBe(
      drawn(`
        africa 5 at 1 open
          chad 4 at 3
          mali 1 at 2
        asia 7 at 4
        zambia 2 at 0
        _none 9 at 5
      `),
    );
  });

  it('keeps the given order, with children after their parent', () => {
    expect(picture({ zambia: 2, africa: 5, mali: 1, chad: 4, asia: 7, _none: 9 }, 'given')).toBe(
      drawn(`
        zambia 2 at 0
        africa 5 at 1 open
          mali 1 at 2
          chad 4 at 3
        asia 7 at 4
        _none 9 at 5
      `),
    );
  });

  it("keeps the facet's order for ties", () => {
    expect(picture({ zambia: 1, africa: 1, asia: 1 }, 'count')).toBe(
      drawn(`
        zambia 1 at 0
        africa 1 at 1
        asia 1 at 2
      `),
    );
  });
});
