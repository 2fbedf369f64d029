import { describe, expect, it } from 'vitest';
import { constraintsOfView, removal } from '../../src/model/constraints';
import { WHOLE_RECORD } from '../../src/model/view';
import { parseView } from '../../src/url/parse';
import { serializeView } from '../../src/url/serialize';

const LINK = '?region=africa,mali,-kenya&region.mode=all&theme=drugs&theme.mode=all&q=x&from=2017';

describe('constraintsOfView', () => {
  it('names everything that can be taken away by itself', () => {
    expect(constraintsOfView(parseView(LINK).view)).toEqual([
      { kind: 'value', facet: 'region', value: 'africa', excluded: false },
      { kind: 'value', facet: 'region', value: 'mali', excluded: false },
      { kind: 'value', facet: 'region', value: 'kenya', excluded: true },
      { kind: 'value', facet: 'theme', value: 'drugs', excluded: false },
      { kind: 'text' },
      { kind: 'window' },
    ]);
    expect(constraintsOfView(parseView('?region.mode=all&lanes=region').view)).toEqual([]);
    expect(constraintsOfView(parseView('?q=%21%3F').view)).toEqual([]);
  });
});

describe('removal', () => {
  it('takes away one constraint and nothing else', () => {
    const { view } = parseView(LINK);
    const left = constraintsOfView(view).map(constraint => serializeView({ ...view, ...removal(view, constraint) }));
    expect(left).toEqual([
      '?region=mali,-kenya&region.mode=all&theme=drugs&theme.mode=all&q=x&from=2017',
      '?region=africa,-kenya&region.mode=all&theme=drugs&theme.mode=all&q=x&from=2017',
      '?region=africa,mali&region.mode=all&theme=drugs&theme.mode=all&q=x&from=2017',
      '?region=africa,mali,-kenya&region.mode=all&q=x&from=2017',
      '?region=africa,mali,-kenya&region.mode=all&theme=drugs&theme.mode=all&from=2017',
      '?region=africa,mali,-kenya&region.mode=all&theme=drugs&theme.mode=all&q=x',
    ]);
  });

  it('takes nothing away of a facet that is not in the view, whatever its name', () => {
    for (const facet of ['constructor', 'theme']) {
      expect(removal(WHOLE_RECORD, { kind: 'value', facet, value: 'a', excluded: false })).toEqual({});
    }
  });

  it('brings a view back to the whole record, one by one', () => {
    let { view } = parseView(LINK);
    for (const constraint of constraintsOfView(view)) view = { ...view, ...removal(view, constraint) };
    expect(serializeView(view)).toBe('');
  });
});
