import { dateReadings } from '../../lib/date-readings';
import type { Problem } from '../../model/problem';

/** Adds proposals to problems with dates: the EDTF dates that the author may have meant. */
export function proposeDates(problems: readonly Problem[]): Problem[] {
  return problems.map(problem => {
    const text = problem.code.startsWith('date') && problem.proposals === undefined ? textOf(problem.found) : undefined;
    const readings = text === undefined ? [] : dateReadings(text).readings.filter(reading => reading !== text.trim());
    if (readings.length === 0) return problem;
    const code = problem.code === 'dateForm' && readings.length > 1 ? 'dateAmbiguous' : problem.code;
    return { ...problem, code, proposals: readings };
  });
}

/** Returns the text that `found` quotes as JSON. Returns undefined if `found` is no text or was shortened. */
function textOf(found = ''): string | undefined {
  try {
    const value: unknown = JSON.parse(found);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
