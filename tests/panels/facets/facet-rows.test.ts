import { describe, expect, it } from 'vitest';
import type { Facet } from '../../../src/model/dataset';
import { type FacetChoice, NO_CHOICE } from '../../../src/model/view';
import { type Disclosure, facetRows } from '../../../src/panels/facets/facet-rows';
import { drawn } from '../../fixtures/drawn';

/** Builds a facet from text with one value per line, indented below its parent. */
function facetOf(picture: string): Facet {
  const above: string[] = [];
  const values = drawn(picture)
    .split('\n')
    .map(line => {
      const depth = line.search(/\S/) / 2;
      const id = line.trim();
      above.length = depth;
      const broader = above.at(-1);
      above.push(id);
      return { id, label: id, ...(broader !== undefined && { broader }) };
    });
  return { id: 'region', label: 'Region', values };
}

const LONG = facetOf(`
  africa
    sahel
      mali
      niger
    mozambique
  americas
    brazil
  arctic
  asia
    nepal
  atlantic
  europe
    spain
  gulf
  nowhere
  oceania
`);

const SHORT = facetOf(`
  africa
    sahel
      mali
  asia
`);

const CLOSED: Disclosure = { pages: 0, search: '', toggled: new Map() };

function choice(include: string[], exclude: string[] = []): FacetChoice {
  return { include, exclude, mode: 'any' };
}

function asGiven({ values }: Facet): number[] {
  return values.map((_, i) => i);
}

/** Writes the rows as a tree, `+` for collapsed and `-` for expanded, and the number of hidden values. */
function picture(facet: Facet, chosen: FacetChoice, disclosure: Partial<Disclosure> = {}): string {
  const { rows, hiddenCount } = facetRows(facet, asGiven(facet), chosen, { ...CLOSED, ...disclosure }, ({ label }) =>
    String(label),
  );
  const lines = rows.map(({ value, depth, isParent, isExpanded }) => {
    const sign = isParent ? (isExpanded ? '- ' : '+ ') : '';
    return `${'  '.repeat(depth)}${sign}${value.id}`;
  });
  return [...lines, ...(hiddenCount > 0 ? [`${hiddenCount} more`] : [])].join('\n');
}

const CASES: readonly { fact: string; seen: string; wanted: string }[] = [
  {
    fact: 'shows a short facet whole, its trees unfolded',
    seen: picture(SHORT, NO_CHOICE),
    wanted: '- africa\n  - sahel\n    mali\nasia',
  },
  {
    fact: 'folds a branch of a short facet by hand',
    seen: picture(SHORT, NO_CHOICE, { toggled: new Map([['sahel', false]]) }),
    wanted: '- africa\n  + sahel\nasia',
  },
  {
    fact: 'holds the rest of a long facet back, its trees folded',
    seen: picture(LONG, NO_CHOICE),
    wanted: '+ africa\n+ americas\narctic\n+ asia\natlantic\n11 more',
  },
  {
    fact: 'unfolds a branch of a long facet by hand',
    seen: picture(LONG, NO_CHOICE, { toggled: new Map([['africa', true]]) }),
    wanted: '- africa\n  + sahel\n  mozambique\n+ americas\narctic\n+ asia\natlantic\n9 more',
  },
  {
    fact: 'shows everything once asked to, its trees unfolded',
    seen: picture(LONG, NO_CHOICE, { pages: 1 }),
    wanted:
      '- africa\n  - sahel\n    mali\n    niger\n  mozambique\n- americas\n  brazil\narctic\n- asia\n  nepal\natlantic\n- europe\n  spain\ngulf\nnowhere\noceania',
  },
  {
    fact: 'never holds a chosen value back',
    seen: picture(LONG, choice(['oceania'])),
    wanted: '+ africa\n+ americas\narctic\n+ asia\natlantic\noceania\n10 more',
  },
  {
    fact: 'never holds an excluded value back',
    seen: picture(LONG, choice([], ['gulf'])),
    wanted: '+ africa\n+ americas\narctic\n+ asia\natlantic\ngulf\n10 more',
  },
  {
    fact: 'shows a chosen value in a folded branch, with what is above it',
    seen: picture(LONG, choice(['niger', 'spain'])),
    wanted: '+ africa\n  + sahel\n    niger\n+ americas\narctic\n+ asia\natlantic\n+ europe\n  spain\n7 more',
  },
  {
    fact: 'finds by the beginning of any word, with what is above',
    seen: picture(LONG, NO_CHOICE, { search: 'N' }),
    wanted: '- africa\n  - sahel\n    niger\n- asia\n  nepal\nnowhere',
  },
  { fact: 'finds nothing and holds nothing back', seen: picture(LONG, NO_CHOICE, { search: 'zz' }), wanted: '' },
  {
    fact: 'takes no notice of a value that it does not have, nor of none',
    seen: picture(SHORT, choice(['atlantis', '_none'])),
    wanted: '- africa\n  - sahel\n    mali\nasia',
  },
];

describe('facetRows', () => {
  it.each(CASES)('$fact', ({ seen, wanted }) => {
    expect(seen).toBe(wanted);
  });

  it('shows rows in the given order', () => {
    const { rows } = facetRows(SHORT, [3, 0, 1, 2], NO_CHOICE, CLOSED, ({ label }) => String(label));
    expect(rows.map(({ value }) => value.id).join(' ')).toBe('asia africa sahel mali');
  });

  it('shows two hundred more of a very long facet at a time, and what is chosen beyond', () => {
    const values = Array.from({ length: 500 }, (_, i) => ({ id: `v${i}`, label: `Port ${i}` }));
    const huge: Facet = { id: 'port', label: 'Port', values };
    const seen = (pages: number, search = '') => {
      const { rows, hiddenCount, matches } = facetRows(
        huge,
        asGiven(huge),
        choice(['v499']),
        { ...CLOSED, pages, search },
        at => String(at.label),
      );
      return [rows.length, hiddenCount, matches];
    };
    expect(seen(0)).toEqual([6, 494, null]);
    expect(seen(1)).toEqual([201, 299, null]);
    expect(seen(2)).toEqual([401, 99, null]);
    expect(seen(3)).toEqual([500, 0, null]);
    expect(seen(1, 'port')).toEqual([200, 300, 500]);
    expect(seen(1, '49')).toEqual([11, 0, 11]);
  });

  it('gives each row the position of its count', () => {
    const { rows } = facetRows(SHORT, asGiven(SHORT), NO_CHOICE, CLOSED, ({ label }) => String(label));
    expect(rows.map(({ value, index }) => `${value.id} ${index}`)).toEqual(['africa 0', 'sahel 1', 'mali 2', 'asia 3']);
  });
});
