import type { Random } from '../../lib/random';
import { weightedDraw, zipfWeights } from '../../lib/weighted';
import { capitalised, inventVocabulary } from './vocabulary';

const VOCABULARY_SIZE = 20_000;

export interface Prose {
  title(random: Random): string;
  short(random: Random): string;
  summary(random: Random): string;
  word(random: Random): string;
}

/**
 * Returns functions that make random titles of about 55 characters and summaries of about 245 characters. Frequencies
 * of words differ as much as in natural language.
 */
export function createProse(random: Random): Prose {
  const words = inventVocabulary(random, VOCABULARY_SIZE);
  const draw = weightedDraw(zipfWeights(words.length));
  const plain = (random: Random) => words[draw(random)] ?? '';
  return {
    word: plain,
    title: random => capitalised(line(random, plain, 29 + random.below(45))),
    short: random => capitalised(line(random, plain, 6 + random.below(16))),
    summary: random => sentences(random, plain, 110 + random.below(255)),
  };
}

function line(random: Random, word: (random: Random) => string, length: number): string {
  let text = word(random);
  while (text.length < length) {
    text += random.unit() < 0.03 ? '-' : ' ';
    text += word(random);
  }
  return text;
}

function sentences(random: Random, word: (random: Random) => string, length: number): string {
  let text = '';
  let left = 0;
  while (text.length < length) {
    const next = word(random);
    if (left === 0) {
      left = 6 + random.below(11);
      text += text === '' ? capitalised(next) : `. ${capitalised(next)}`;
    } else {
      text += joined(random, next);
    }
    left -= 1;
  }
  return `${text}.`;
}

function joined(random: Random, word: string): string {
  const kind = random.unit();
  if (kind > 0.13) return ` ${word}`;
  if (kind > 0.06) return `, ${word}`;
  if (kind > 0.035) return `-${word}`;
  if (kind > 0.025) return ` “${word}”`;
  if (kind > 0.015) return ` "${word}"`;
  if (kind > 0.008) return ` d’${word}`;
  return ` ${1 + random.below(2400)}`;
}
