import type { Result } from '../compare.mjs';
import type { Facts } from './facts';
import type { Question } from './questions';

/** The project's engine or a library that it is compared with. */
export interface Contestant {
  answer(question: Question): Result | Promise<Result>;
  /** WebAssembly memory, which the browser's own measure may not include. */
  bytesInWasm?(): number | Promise<number>;
}

/** Prepares a contestant. The time this takes is its build time. */
export type Build = (facts: Facts) => Contestant | Promise<Contestant>;

/** The number of activities that a question asks for, in date order, like the marks of the app. */
export const WANTED = 200;
