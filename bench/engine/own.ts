import { type Selected, select } from '../../src/engine/local/answer';
import { buildIndex, type Index } from '../../src/engine/local/build-index';
import type { Query } from '../../src/model/answer';
import { NONE } from '../../src/model/dataset';
import type { Records } from '../../src/model/records';
import type { FacetChoice } from '../../src/model/view';
import type { Result } from '../compare.mjs';
import { type Build, WANTED } from './contestant';
import type { Facts } from './facts';
import type { Question } from './questions';

const LANE_BINS = 900;

/**
 * The project's engine over columns without text. `isFull`: it is asked all that the timeline wants, lanes and their
 * density included, and not only what the peers are asked.
 */
export function ownEngine(isFull: boolean): Build {
  return facts => {
    const index = buildIndex(withoutText(facts));
    const queryOf = queries(index, isFull);
    return {
      answer: question => resultOf(select(index, queryOf(question))),
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

function queries({ records: { head } }: Index, isFull: boolean): (question: Question) => Query {
  const values = head.facets.map(facet => ({ id: facet.id, values: [...facet.values.map(({ id }) => id), NONE] }));
  const lanes = head.facets[1]?.id ?? null;
  return ({ choices, window }) => {
    const facets: Record<string, FacetChoice> = {};
    choices.forEach((chosen, i) => {
      const facet = values[i]!;
      if (chosen.length === 0) return;
      facets[facet.id] = { include: chosen.map(value => facet.values[value]!), exclude: [], mode: 'any' };
    });
    const margin = window ? window.latest - window.earliest + 1 : 0;
    return {
      facets,
      text: '',
      from: window?.earliest ?? null,
      to: window?.latest ?? null,
      sort: 'date',
      lanes: isFull ? lanes : null,
      openLanes: [],
      compare: null,
      matrix: null,
      rowStart: 0,
      rowLimit: WANTED,
      markLimit: WANTED,
      margin,
      laneBins:
        isFull && window ? { start: window.earliest - margin, end: window.latest + margin, count: LANE_BINS } : null,
    };
  };
}

function resultOf({ answer, rows }: Selected): Result {
  return {
    total: answer.total,
    counts: answer.counts.map(({ counts, none }) => [...counts, none]),
    bins: answer.density.total,
    ids: rows,
  };
}
