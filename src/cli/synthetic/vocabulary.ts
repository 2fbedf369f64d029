import { fold } from '../../lib/fold';
import type { Random } from '../../lib/random';

const ONSETS = 'b br c ch d dr f fl g gr h k kr l m n p pr r s sk sl st t tr v vr z th j'.split(' ');
const NUCLEI = 'a a a e e e e i i i o o o u u ai ei ou ea io'.split(' ');
const CODAS = ['', '', '', '', ...'n r s l m t k nd st rn ss ll x'.split(' ')];

const SPELLINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ss', ['ß']],
  ['ea', ['æ', 'éa']],
  ['a', ['á', 'ä', 'å', 'ã']],
  ['e', ['é', 'è', 'ë', 'ę']],
  ['o', ['ø', 'ö', 'ó', 'ô']],
  ['u', ['ü', 'ú']],
  ['i', ['í', 'ï']],
  ['l', ['ł']],
  ['s', ['š', 'ś']],
  ['n', ['ñ', 'ń']],
  ['c', ['ç', 'č']],
  ['z', ['ž']],
  ['d', ['đ']],
];

const MARKED_SHARE = 0.1;

/** Invents a word that can be pronounced. Some words have a diacritic or a letter such as ø, ß or ł. */
export function inventWord(random: Random, syllables: number): string {
  let word = '';
  for (let i = 0; i < syllables; i += 1) word += pick(random, ONSETS) + pick(random, NUCLEI);
  word += pick(random, CODAS);
  return random.chance(MARKED_SHARE) ? marked(random, word) : word;
}

/** Calls `invent` until the result is not in `taken`. Adds the result to `taken` and returns it. */
export function inventAnother(taken: Set<string>, invent: () => string): string {
  for (;;) {
    const word = invent();
    if (taken.has(word)) continue;
    taken.add(word);
    return word;
  }
}

/** Invents `size` different words. The first words tend to be the shortest, because texts use them most. */
export function inventVocabulary(random: Random, size: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: size }, (_, rank) =>
    inventAnother(taken, () => inventWord(random, syllablesAt(rank, random))),
  );
}

function syllablesAt(rank: number, random: Random): number {
  if (rank < 60) return 1;
  if (rank < 800) return 1 + random.below(2);
  return 2 + random.below(rank < 5000 ? 2 : 3);
}

function marked(random: Random, word: string): string {
  const possible = SPELLINGS.filter(([plain]) => word.includes(plain));
  const [plain, spellings] = possible[random.below(possible.length)] ?? ['', ['']];
  return word.replace(plain, pick(random, spellings));
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

export function capitalised(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

export function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
