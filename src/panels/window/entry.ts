import { type DaySpan, parseIsoSpan } from '../../lib/day';
import type { View } from '../../model/view';

export type Side = 'from' | 'to';

export const SIDES: readonly Side[] = ['from', 'to'];

type Window = Pick<View, Side>;

/** What stands in boxes and does not count: a side that is not there shows what counts. */
export type Drafts = Readonly<Partial<Record<Side, string>>>;

/** Why a box shows what does not count. */
export type Waiting =
  | { kind: 'badDate'; side: Side; found: string }
  /** The window would end before it begins: the other side has to be changed, too. */
  | { kind: 'partner'; side: Side; found: string };

/** What a link writes for a text; null where it is no date. */
type ReadDate = (text: string) => string | null;

interface Entered {
  /** What to change of the window; null for nothing. */
  patch: Partial<Window> | null;
  /** What is left in the boxes without counting, and why. */
  drafts: Drafts;
  waiting: Waiting | null;
}

interface Read {
  value: string | null;
  span: DaySpan | null;
}

/**
 * What follows from entering one side. A date that would turn the window round waits in its box until the other side is
 * entered, and then both count at once.
 */
export function enter(window: Window, drafts: Drafts, side: Side, readDate: ReadDate): Entered {
  const other: Side = side === 'from' ? 'to' : 'from';
  const found = (drafts[side] ?? '').trim();
  const read = (text: string | null) => readBox(text, readDate);
  const entered = read(drafts[side] ?? window[side]);
  if (!entered) return { patch: null, drafts, waiting: { kind: 'badDate', side, found } };
  const partner = read(drafts[other] ?? window[other]);
  const { [side]: _, ...others } = drafts;
  if (partner && !isTurned(side, entered, partner)) {
    return { patch: changed(window, { [side]: entered.value, [other]: partner.value }), drafts: {}, waiting: null };
  }
  const settled = read(window[other]);
  if (settled && !isTurned(side, entered, settled)) {
    // What stands in the other box goes on waiting; the present window goes on without it.
    const kind = partner ? 'partner' : 'badDate';
    return {
      patch: changed(window, { [side]: entered.value }),
      drafts: others,
      waiting: { kind, side: other, found: (drafts[other] ?? '').trim() },
    };
  }
  return { patch: null, drafts, waiting: { kind: 'partner', side, found } };
}

/** Null: it is no date. An empty box leaves its side open. */
function readBox(text: string | null, readDate: ReadDate): Read | null {
  const typed = text?.trim() ?? '';
  if (typed === '') return { value: null, span: null };
  const value = readDate(typed);
  const span = value === null ? null : parseIsoSpan(value);
  return span && { value, span };
}

function isTurned(side: Side, { span }: Read, { span: other }: Read): boolean {
  const [first, last] = side === 'from' ? [span, other] : [other, span];
  return first !== null && last !== null && last.latest < first.earliest;
}

function changed(window: Window, next: Partial<Window>): Partial<Window> | null {
  const entries = SIDES.flatMap(side => {
    const value = next[side];
    return value === undefined || value === window[side] ? [] : [[side, value] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
