import type { TextTools } from './text-tools';
import { lowerFirst } from './value-label';

/** The messages that count activities, and the messages for estimates of these counts. */
const ESTIMATES: Readonly<Record<string, string>> = {
  activities: 'estimate.activities',
  'headline.count': 'estimate.headline.count',
  'status.count': 'estimate.status.count',
  'status.inexact': 'estimate.status.inexact',
  'facet.box': 'estimate.facet.box',
  'facet.boxExcluded': 'estimate.facet.boxExcluded',
  'timeline.pile': 'estimate.timeline.pile',
  'timeline.pileNamed': 'estimate.timeline.pileNamed',
  'timeline.pileAll': 'estimate.timeline.pileAll',
  'timeline.noneOf': 'estimate.timeline.noneOf',
  'timeline.unmatched': 'estimate.timeline.unmatched',
  'timeline.undated': 'estimate.timeline.undated',
  'strip.top': 'estimate.strip.top',
  'matrix.cell': 'estimate.matrix.cell',
  'filters.show': 'estimate.filters.show',
  'list.below': 'estimate.list.below',
  'list.all': 'estimate.list.all',
  'list.before': 'estimate.list.before',
  'list.more': 'estimate.list.more',
  'compare.list.a': 'estimate.compare.list.a',
  'compare.list.b': 'estimate.compare.list.b',
  'compare.list.both': 'estimate.compare.list.both',
  'map.firstOnly': 'estimate.map.firstOnly',
};

/** The values of these messages that are never estimated. */
const EXACT_VALUES: readonly string[] = ['of'];

const DIGITS = 2;

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
}

const cache = new WeakMap<TextTools, TextTools>();

/**
 * Returns tools that write counts of activities as estimates: rounded, and with “about” or “≈”. The same tools give the
 * same object.
 */
export function estimatedTools(tools: TextTools): TextTools {
  const known = cache.get(tools);
  if (known) return known;
  const t: TextTools['t'] = (id, values) => {
    if (id === 'compare.headline') return tools.t(id, { ...values, b: lowerFirst(String(values?.b ?? '')) });
    const estimate = ESTIMATES[id];
    if (estimate === undefined) return tools.t(id, values);
    const entries = Object.entries(values ?? {});
    return tools.t(
      estimate,
      Object.fromEntries(entries.map(([name, value]) => [name, EXACT_VALUES.includes(name) ? value : rounded(value)])),
    );
  };
  const number = (value: number) => tools.t('estimate.number', { n: tools.number(Number(rounded(value))) });
  const estimated = { ...tools, t, number };
  cache.set(tools, estimated);
  return estimated;
}
