import { type DateForm, dateForm } from '../../lib/date-form';
import type { DaySpan } from '../../lib/day';
import type { RecordFacts } from '../../model/answer';
import { hasBit } from './bitset';
import type { Index } from './build-index';

type DateCount = RecordFacts['dates'][number];

const CHUNK = 2000;

const EXACT = { isDoubtful: false, openStart: false, openEnd: false };

/**
 * Counts the activities of the whole dataset by the form of their dates, the most frequent form first, and by the
 * period in which they begin. Only the texts of inexact dates are read, in chunks; `pause` is called between chunks.
 */
export async function factsOf(
  index: Index,
  periods: readonly DaySpan[],
  pause: () => Promise<void>,
): Promise<RecordFacts> {
  const { records, days, size } = index;
  const dates = new Map<string, { form: DateForm; count: number }>();
  const add = (form: DateForm) => {
    const key = keyOf(form);
    const known = dates.get(key) ?? { form, count: 0 };
    known.count += 1;
    dates.set(key, known);
  };
  let inexact: number[] = [];
  const readInexact = async () => {
    await pause();
    await records.ready(inexact);
    for (const position of inexact) {
      const row = records.rowAt(position);
      add(dateForm(row.date, row));
    }
    inexact = [];
  };
  for (let position = 0; position < size; position += 1) {
    if (hasBit(records.inexact, position)) inexact.push(position);
    else add({ ...EXACT, kind: records.earliest[position] === records.latest[position] ? 'day' : 'days' });
    if (inexact.length === CHUNK) await readInexact();
  }
  await readInexact();
  return {
    dates: mostFrequentFirst([...dates.values()]),
    periods: periods.map(({ earliest, latest }) => days.positionOf(latest + 1) - days.positionOf(earliest)),
  };
}

export function mostFrequentFirst(dates: readonly DateCount[]): DateCount[] {
  return dates.toSorted((a, b) => b.count - a.count || (keyOf(a.form) < keyOf(b.form) ? -1 : 1));
}

function keyOf({ kind, isDoubtful, openStart, openEnd }: DateForm): string {
  return [kind, isDoubtful, openStart, openEnd].join(' ');
}
