import type { Result } from '../compare.mjs';
import type { Facts } from './facts';
import type { Question } from './questions';

/** Somebody who answers: the project's engine or a peer. */
export interface Contestant {
  answer(question: Question): Result | Promise<Result>;
  /** What it keeps in WebAssembly's memory, which the browser's own measure leaves out. */
  bytesInWasm?(): number | Promise<number>;
}

/** Makes a contestant ready to answer; what it takes is its build time. */
export type Build = (facts: Facts) => Contestant | Promise<Contestant>;

/** How many activities of the window are wanted, in date order: what the app shows as marks. */
export const WANTED = 200;
