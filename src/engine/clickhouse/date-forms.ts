import type { DateForm } from '../../lib/date-form';

const KINDS = ['day', 'days', 'period', 'between', 'none'] as const satisfies readonly DateForm['kind'][];

/** Encodes the form of a date as the number that the column `form` contains. */
export function numberOfForm({ kind, isDoubtful, openStart, openEnd }: DateForm): number {
  return KINDS.indexOf(kind) * 8 + Number(isDoubtful) * 4 + Number(openStart) * 2 + Number(openEnd);
}

export function formOfNumber(number: number): DateForm {
  return {
    isDoubtful: (number & 4) > 0,
    openStart: (number & 2) > 0,
    openEnd: (number & 1) > 0,
    kind: KINDS[number >> 3] ?? 'none',
  };
}
