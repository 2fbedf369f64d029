/**
 * A question to the API, as `src/engine/remote/api.ts` describes it.
 *
 * @typedef {{ selection: import('../../src/model/selection').Selection, wants: import('../../src/model/wants').Wants }} Question
 * @typedef {readonly { id: string, values: readonly { id: string }[] }[]} Facets
 */

/** The days from 2010 to 2019, which are half of the twenty years that generated datasets cover. */
const [FROM, TO] = [14_610, 18_261];

/**
 * Returns different questions about what the timeline and the list show: three facets, one of them excluded, and a window
 * of ten years.
 *
 * @param {Facets} facets
 * @param {number} count
 * @returns {Question[]}
 */
export function questionsOf(facets, count) {
  const chosen = facets.filter(({ values }) => values.length > 1).slice(0, 3);
  return Array.from({ length: count }, (_, i) => {
    const choices = chosen.map(({ id, values }, f) => {
      const value = values[(i * (f + 1) + f) % values.length]?.id ?? '';
      const other = values[(i + 1) % values.length]?.id ?? '';
      const isExcluded = f === 2;
      const include = isExcluded ? [] : [...new Set([value, other])];
      return [id, { include, exclude: isExcluded ? [value] : [], mode: 'any' }];
    });
    // The window moves, so that no two questions are equal however few values there are.
    const [from, to] = [FROM - i, TO - i];
    return {
      selection: { facets: Object.fromEntries(choices), text: '', from, to, compare: null },
      wants: {
        counts: true,
        density: true,
        rows: { order: 'date', start: 0, limit: 200 },
        marks: { limit: 400, margin: to - from + 1, lanes: null },
      },
    };
  });
}
