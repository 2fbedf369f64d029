/*
 * node scripts/hash-sources.mjs FILE…
 *
 * Writes tests/record/source-runs.txt: a hash of every six words in a row of the texts that the shipped dataset was
 * made from. These texts belong to other people and are not in the repository. With the hashes, a test checks that the
 * dataset copies none of their sentences. Of a JSON file, the script reads all strings.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hashOf, wordRunsOf } from '../tests/record/word-runs.mjs';

const OUT = new URL('../tests/record/source-runs.txt', import.meta.url);
const PER_LINE = 16;

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Name the files of the sources.');

/** @type {Set<string>} */
const hashes = new Set();
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const texts = file.endsWith('.json') ? stringsIn(JSON.parse(text)) : [text];
  for (const run of texts.flatMap(part => wordRunsOf(part))) hashes.add(hashOf(run));
}
const sorted = [...hashes].sort();
const lines = sorted.flatMap((_, i) => (i % PER_LINE === 0 ? [sorted.slice(i, i + PER_LINE).join(' ')] : []));
writeFileSync(OUT, `${lines.join('\n')}\n`);
console.log(`${hashes.size} runs of words`);

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
