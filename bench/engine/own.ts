import { buildIndex, type Index } from '../../src/engine/local/build-index';
import { type Selected, select } from '../../src/engine/local/select';
import { NONE } from '../../src/model/dataset';
import type { Records } from '../../src/model/records';
import type { Selection } from '../../src/model/selection';
import type { FacetChoice } from '../../src/model/view';
import type { LanesWant, Wants } from '../../src/model/wants';
import type { Result } from '../compare.mjs';
import { type Build, WANTED } from './contestant';
import type { Facts } from './facts';
import type { Question } from './questions';

const LANE_BINS = 900;

/**
 * The project's engine over columns without text. With `isFull` it answers everything the timeline asks, including lanes and
 * their density; otherwise only what the libraries are asked.
 */
export function ownEngine(isFull: boolean): Build {
  return facts => {
    const index = buildIndex(withoutText(facts));
    const asked = asking(index, isFull);
    return {
      answer: question => {
        const { selection, wants } = asked(question);
        return resultOf(select(index, selection, wants));
      },
      bytesInWasm: () => (index.kernel.kind === 'wasm' ? index.kernel.bits(index.inexact).buffer.byteLength : 0),
    };
  };
}

function withoutText({ columns }: Facts): Records {
  const none = (): never => {
    throw new RangeError('no text here');
  };
  return {
    ...columns,
    rowAt: none,
    textAt: none,
    activityAt: none,
    idAt: none,
    positionOf: () => undefined,
    hasText: () => false,
    ready: () => null,
    whole: () => null,
    textLoss: () => null,
    wordIndex: () => Promise.resolve(null),
  };
}

interface Asked {
  selection: Selection;
  wants: Wants;
}

function asking({ records: { head } }: Index, isFull: boolean): (question: Question) => Asked {
  const values = head.facets.map(facet => ({ id: facet.id, values: [...facet.values.map(({ id }) => id), NONE] }));
  const facet = head.facets[1]?.id;
  const lanes: LanesWant | null = isFull && facet !== undefined ? { facet, open: [] } : null;
  return ({ choices, window }) => {
    const facets: Record<string, FacetChoice> = {};
    choices.forEach((chosen, i) => {
      const facet = values[i]!;
      if (chosen.length === 0) return;
      facets[facet.id] = { include: chosen.map(value => facet.values[value]!), exclude: [], mode: 'any' };
    });
    const margin = window ? window.latest - window.earliest + 1 : 0;
    const bins = window && { start: window.earliest - margin, end: window.latest + margin, count: LANE_BINS };
    return {
      selection: { facets, text: '', from: window?.earliest ?? null, to: window?.latest ?? null, compare: null },
      wants: {
        counts: true,
        density: true,
        rows: { order: 'date', start: 0, limit: WANTED },
        marks: { limit: WANTED, margin, lanes },
        ...(lanes && { lanes }),
        ...(isFull && bins && { laneDensity: { lanes, bins, above: WANTED } }),
      },
    };
  };
}

function resultOf({ counts, rows, replies: { density } }: Selected): Result {
  if (!counts || !rows || !density) throw new Error('not everything was answered');
  return {
    total: counts.total,
    counts: counts.facets.map(({ counts, none }) => [...counts, none]),
    bins: density.selection.total,
    ids: rows.positions,
  };
}
