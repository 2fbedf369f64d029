import { isoYear } from './day';
import { parseEdtf } from './edtf';
import type { Era } from './eras';

/** The parts of a date, or of one side of a range. In `3–5 March`, for example, the first side has no month. */
export interface DatePart {
  /** The year as written: 44 for 44 BC. */
  year?: number;
  era?: Era;
  month?: number;
  day?: number;
  /** A number of one or two digits that may be a day or the last digits of a year. */
  bare?: { value: number; digits: number };
  /** The EDTF code of a season or a quarter. */
  code?: number;
  /** An EDTF decade, century or other complete date. */
  edtf?: string;
  /** An EDTF clock time, with its leading T. */
  time?: string;
  isUncertain?: boolean;
  isApproximate?: boolean;
  note?: DateNote;
}

/**
 * Why a text has several meanings, or why its meaning is less precise than the text. `dayOrMonth`: day and month may be
 * the other way round. `shortYear`: the year has two digits. `part`: a word such as "early" or "late" was dropped.
 */
export type DateNote = 'dayOrMonth' | 'shortYear' | 'part';

/** Returns the EDTF text of a date or of one side of a range. Undefined if the date is incomplete or does not exist. */
export function edtfOf(part: DatePart): string | undefined {
  const qualifier = qualifierOf(part);
  if (part.edtf !== undefined) return part.edtf + (/[?~%\]]$/.test(part.edtf) ? '' : qualifier);
  const year = yearOf(part);
  if (year === undefined) return undefined;
  const { month, day, code, time } = part;
  if (day !== undefined && month === undefined) return undefined;
  const numbers = code === undefined ? [month, day] : [code];
  const text = [isoYear(year), ...numbers.filter(number => number !== undefined).map(two)].join('-');
  const edtf = time === undefined || day === undefined ? text + qualifier : text + time;
  return parseEdtf(edtf).kind === 'problem' ? undefined : edtf;
}

/** Returns the year as EDTF counts it: 1 BC is 0. Undefined without a year, or for an era with a year below 1. */
export function yearOf({ year, era }: DatePart): number | undefined {
  if (year === undefined || (era !== undefined && year < 1)) return undefined;
  return era === 'bc' ? 1 - year : year;
}

function qualifierOf({ isUncertain, isApproximate }: DatePart): string {
  if (isUncertain) return isApproximate ? '%' : '?';
  return isApproximate ? '~' : '';
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}
