import type { ActivityRow } from '../../model/answer';
import type { Replies, RowsReply } from '../../model/wants';
import type { Index } from './build-index';
import type { SelectedSides } from './compare';
import { cachedMark, cacheOf } from './reply-cache';
import { rowAt, wholeActivityAt } from './rows';
import type { Selected } from './select';

/**
 * Returns the positions whose text must be loaded before `materialize` is called. Rows and marks are not among them: a
 * reply without their text is partial, and the page asks for it again.
 */
export function awaitedPositions({ activity = null, neighbours = null, related = [] }: Selected): number[] {
  return [activity, neighbours?.previous ?? null, neighbours?.next ?? null, ...related].filter(at => at !== null);
}

/** Adds the texts to the selected results and returns the replies. Rows and marks without loaded text are left out. */
export function materialize(index: Index, selected: Selected): Partial<Replies> {
  const { records } = index;
  const { counts, rows, marks, sides, activity, neighbours, related } = selected;
  function row(position: number): ActivityRow;
  function row(position: number | null): ActivityRow | null;
  function row(position: number | null): ActivityRow | null {
    return position === null ? null : rowAt(index, position);
  }
  return {
    ...selected.replies,
    ...(rows && { rows: rowsReply(index, rows) }),
    ...(marks && { marks: marksReply(index, marks) }),
    ...(sides !== undefined && { sides: sides && sidesReply(index, sides) }),
    ...(activity !== undefined && { activity: activity === null ? null : wholeActivityAt(index, activity) }),
    ...(neighbours !== undefined && {
      neighbours: neighbours && { ...neighbours, previous: row(neighbours.previous), next: row(neighbours.next) },
    }),
    ...(related && { related: related.map(position => row(position)) }),
    // `textLoss` is read last, because decoding the texts may find damaged text.
    ...(counts && { counts: { ...counts, textLoss: records.textLoss() } }),
  };
}

function rowsReply(index: Index, { positions, more, hasValues, ...reply }: NonNullable<Selected['rows']>): RowsReply {
  const loaded = positions.filter(index.records.hasText);
  const rows = loaded.map(position => {
    const values = hasValues && index.records.activityAt(position).values;
    return { ...rowAt(index, position, more), ...(values && { values }) };
  });
  return { ...reply, rows, isPartial: loaded.length < positions.length, textLoss: index.records.textLoss() };
}

function marksReply(index: Index, { positions, compared }: NonNullable<Selected['marks']>): Replies['marks'] {
  const { records } = index;
  const cache = cacheOf(index);
  const marksAt = (of: readonly number[]) =>
    of.filter(records.hasText).map(position => cachedMark(index, cache, position));
  const reply = { marks: marksAt(positions), compared: marksAt(compared) };
  const isPartial = reply.marks.length < positions.length || reply.compared.length < compared.length;
  return { ...reply, isPartial, textLoss: records.textLoss() };
}

function sidesReply(index: Index, { a, b }: SelectedSides): NonNullable<Replies['sides']> {
  const { records } = index;
  const side = ({ positions, total }: SelectedSides['a']) => ({
    rows: positions.filter(records.hasText).map(position => rowAt(index, position)),
    total,
  });
  const reply = { a: side(a), b: side(b) };
  const isPartial = reply.a.rows.length < a.positions.length || reply.b.rows.length < b.positions.length;
  return { ...reply, isPartial, textLoss: records.textLoss() };
}
