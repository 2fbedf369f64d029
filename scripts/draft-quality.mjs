/*
 * node scripts/draft-quality.mjs DRAFT.json DATASET.json SOURCE
 *
 * Compares a draft that `npm run dataset -- import --vocabulary DATASET.json` made of a text with the activities that
 * people made of the same text: the activities of DATASET.json whose source is SOURCE. Pairs the activities by the
 * number of their item in the source. Writes a Markdown table. For dates and for the tags of each facet, it says how
 * many of the proposed ones are right (precision) and how many of the right ones were proposed (recall). A tag counts
 * as a tag of all broader values, too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * @typedef {{ id: string, date: string, tags?: Record<string, string[]>, source?: { id: string, item?: number } }} Activity
 * @typedef {{ facets: { id: string, values: { id: string, broader?: string }[] }[], activities: Activity[] }} Dataset
 */

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {{ module: typeof import('../src/lib/edtf.ts') }} */
const { module: edtf } = await runnerImport(join(root, 'src/lib/edtf.ts'), { root, logLevel: 'error' });

const [draftFile, datasetFile, source] = process.argv.slice(2);
if (!draftFile || !datasetFile || !source) throw new Error('Name the draft, the dataset and the id of the source.');
const draft = open(draftFile);
const dataset = open(datasetFile);

const proposed = byItem(draft.activities);
const right = byItem(dataset.activities.filter(activity => activity.source?.id === source));
const both = [...right.keys()].filter(item => proposed.has(item));

console.log(`${right.size} activities, ${proposed.size} proposed, ${both.length} of them paired\n`);
console.log('| | proposed | right | precision | recall |');
console.log('| --- | --- | --- | --- | --- |');
const dates = both.filter(item => proposed.get(item)?.date === right.get(item)?.date).length;
row('dates', proposed.size, right.size, dates);
const containing = both.filter(item => contains(proposed.get(item)?.date, right.get(item)?.date)).length;
row('dates that contain the right one', proposed.size, right.size, containing);
const sums = dataset.facets.map(facet => {
  const counts = { given: 0, wanted: 0, shared: 0 };
  for (const item of right.keys()) {
    const given = withAbove(facet, proposed.get(item));
    const wanted = withAbove(facet, right.get(item));
    counts.given += given.size;
    counts.wanted += wanted.size;
    counts.shared += [...given].filter(value => wanted.has(value)).length;
  }
  row(`tags: ${facet.id}`, counts.given, counts.wanted, counts.shared);
  return counts;
});
const total = (/** @type {'given' | 'wanted' | 'shared'} */ key) => sums.reduce((sum, counts) => sum + counts[key], 0);
row('all tags', total('given'), total('wanted'), total('shared'));

/**
 * @param {string} name
 * @param {number} given
 * @param {number} wanted
 * @param {number} shared
 */
function row(name, given, wanted, shared) {
  const share = (/** @type {number} */ of) => (of === 0 ? '–' : (shared / of).toFixed(2));
  console.log(`| ${name} | ${given} | ${wanted} | ${share(given)} | ${share(wanted)} |`);
}

/**
 * @param {string | undefined} outer
 * @param {string | undefined} inner
 */
function contains(outer = '', inner = '') {
  const [wide, narrow] = [edtf.parseEdtf(outer), edtf.parseEdtf(inner)];
  if (wide.kind === 'problem' || narrow.kind === 'problem') return false;
  return wide.earliest <= narrow.earliest && wide.latest >= narrow.latest;
}

/** @returns {Dataset} */
function open(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {Activity[]} activities */
function byItem(activities) {
  return new Map(activities.flatMap(activity => (activity.source?.item ? [[activity.source.item, activity]] : [])));
}

/**
 * @param {Dataset['facets'][number]} facet
 * @param {Activity | undefined} activity
 */
function withAbove({ id, values }, activity) {
  const broader = new Map(values.map(value => [value.id, value.broader]));
  const found = new Set();
  for (const tag of activity?.tags?.[id] ?? []) {
    for (let value = /** @type {string | undefined} */ (tag); value && !found.has(value); value = broader.get(value)) {
      found.add(value);
    }
  }
  return found;
}
