import { createHash } from 'node:crypto';

/** A sentence that shares so many words in a row with another was copied from it, or both hold the same name. */
const RUN_LENGTH = 6;

/** Of 25,000 runs and as many again in the record, two different ones share 40 bits once in a thousand times. */
export const HASH_BYTES = 5;

/**
 * The words of a text in small letters, without punctuation.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * All runs of six words in a row. Names in the text end a run: they are nobody's own words.
 *
 * @param {string} text
 * @param {readonly string[]} [names]
 * @returns {string[]}
 */
export function wordRunsOf(text, names = []) {
  const spaced = names
    .map(name => ` ${wordsOf(name).join(' ')} `)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' | '), ` ${wordsOf(text).join(' ')} `);
  return spaced.split('|').flatMap(part => {
    const words = part.split(' ').filter(Boolean);
    return words.slice(RUN_LENGTH - 1).map((_, i) => words.slice(i, i + RUN_LENGTH).join(' '));
  });
}

/**
 * @param {string} run
 * @returns {string} in base64url, whose letters sort in a file
 */
export function hashOf(run) {
  return createHash('sha256').update(run).digest().subarray(0, HASH_BYTES).toString('base64url');
}
