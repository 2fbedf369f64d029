import { shortened } from '../../lib/shortened';
import { NONE_UNLISTED, type Problem, type ProblemCode } from '../../model/problem';

const LONGEST_FOUND = 80;

export const MAX_LISTED = 1000;

/** Collects problems. Lists the first `max` problems and counts the others in `unlisted`. */
export class Report {
  readonly problems: Problem[] = [];
  readonly unlisted = { ...NONE_UNLISTED };
  constructor(private readonly max = MAX_LISTED) {}

  add(path: string, code: ProblemCode, loss: Problem['loss'], found?: unknown, proposal?: string): void {
    if (this.problems.length >= this.max) {
      this.unlisted[loss] += 1;
      return;
    }
    this.problems.push({
      path,
      code,
      loss,
      ...(found !== undefined && { found: shown(found) }),
      ...(proposal !== undefined && { proposals: [proposal] }),
    });
  }
}

/** Returns a value as shortened JSON, as messages quote it. */
export function shown(value: unknown): string {
  return shortened(jsonOf(value), LONGEST_FOUND + 1);
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return '…'; // the value is nested too deeply for `JSON.stringify`
  }
}
