import type { TextTools } from './text-tools';
import { lowerFirst } from './value-label';

/** The messages that count activities. The message for an estimate of the count has `estimate.` before its id. */
export const ESTIMATED: readonly string[] = [
  'activities',
  'headline.count',
  'status.count',
  'status.inexact',
  'facet.box',
  'facet.boxExcluded',
  'timeline.pile',
  'timeline.pileNamed',
  'timeline.pileAll',
  'timeline.noneOf',
  'timeline.unmatched',
  'timeline.undated',
  'strip.top',
  'matrix.cell',
  'filters.show',
  'list.below',
  'list.all',
  'list.before',
  'list.more',
  'compare.list.a',
  'compare.list.b',
  'compare.list.both',
  'map.firstOnly',
];

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
    if (!ESTIMATED.includes(id)) return tools.t(id, values);
    const entries = Object.entries(values ?? {});
    return tools.t(
      `estimate.${id}`,
      Object.fromEntries(entries.map(([name, value]) => [name, EXACT_VALUES.includes(name) ? value : rounded(value)])),
    );
  };
  const number = (value: number) => tools.t('estimate.number', { n: tools.number(Number(rounded(value))) });
  const estimated = { ...tools, t, number };
  cache.set(tools, estimated);
  return estimated;
}
