export const PARTS = /** @type {const} */ ([
  'engine',
  'search',
  'timeline',
  'views',
  'load',
  'paint',
  'clicks',
  'exports',
  'serve',
]);

export const USAGE = `Usage: npm run bench -- [PART …] [--sizes N,N,…] [--repeat N] [--seed N] [--port N] [--before COMMIT] [--write]
  Parts: ${PARTS.join(', ')}; all of them when none is named.
  --sizes   how many activities, in place of each part's own sizes; for clicks 0 is the shipped record
  --repeat  how often what can be repeated is, 5 when not given
  --before  a commit whose build engine, timeline, views and clicks measure beside the present one
  --write   puts the tables into docs/PERFORMANCE.md`;

/**
 * @typedef {{ parts: readonly (typeof PARTS)[number][], sizes: readonly number[] | null, repeat: number, seed: number,
 *   port: number, before: string | null, write: boolean }} Options
 */

/**
 * Parses the command line; null if it is invalid.
 *
 * @param {readonly string[]} words
 * @returns {Options | null}
 */
export function readOptions(words) {
  /** @type {Record<string, string>} */
  const values = { sizes: '', repeat: '5', seed: '7', port: '4300', before: '' };
  /** @type {string[]} */
  const named = [];
  let write = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (word === '--write') write = true;
    else if (!word.startsWith('--')) named.push(word);
    else {
      i += 1;
      const name = word.slice(2);
      if (!(name in values) || words[i] === undefined) return null;
      values[name] = words[i] ?? '';
    }
  }
  const sizes = values.sizes === '' ? null : (values.sizes ?? '').split(',').map(whole);
  const [repeat, seed, port] = [whole(values.repeat), whole(values.seed), whole(values.port)];
  const parts = PARTS.filter(part => named.length === 0 || named.includes(part));
  const isUnderstood = named.every(name => PARTS.some(part => part === name));
  const isSound = repeat > 0 && seed >= 0 && port > 0 && (sizes === null || sizes.every(size => size >= 0));
  return isUnderstood && isSound ? { parts, sizes, repeat, seed, port, before: values.before || null, write } : null;
}

/** @param {string | undefined} text */
function whole(text) {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
