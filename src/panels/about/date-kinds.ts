import type { DateForm } from '../../lib/date-form';
import type { RecordFacts } from '../../model/answer';

/** The kinds of dates that the page about the dataset counts. */
export type DateKind = DateForm['kind'] | 'doubtful' | 'open';

/** Returns the number of dates of each kind, the most frequent first. `form` is an example for drawing the kind. */
export function dateKinds(dates: RecordFacts['dates']): { kind: DateKind; form: DateForm; count: number }[] {
  const kinds = new Map<DateKind, { kind: DateKind; form: DateForm; count: number }>();
  for (const { form, count } of dates) {
    const kind = kindOf(form);
    const known = kinds.get(kind) ?? { kind, form, count: 0 };
    known.count += count;
    kinds.set(kind, known);
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

function kindOf({ kind, isDoubtful, openStart, openEnd }: DateForm): DateKind {
  if (openStart || openEnd) return 'open';
  return isDoubtful && kind !== 'between' ? 'doubtful' : kind;
}
