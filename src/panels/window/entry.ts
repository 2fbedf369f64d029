import { type DaySpan, parseIsoSpan } from '../../lib/day';
import type { View } from '../../model/view';

export type Side = 'from' | 'to';

export const SIDES: readonly Side[] = ['from', 'to'];

type Window = Pick<View, Side>;

/** Typed texts that do not apply yet, by side. A box without a draft shows the window's date. */
export type Drafts = Readonly<Partial<Record<Side, string>>>;

/** The reason why a draft does not apply. */
export type Waiting =
  | { kind: 'badDate'; side: Side; found: string }
  /** The window would end before it starts, so the other side has to be changed, too. */
  | { kind: 'partner'; side: Side; found: string };

/** Converts a typed text to a date as links write it. Null if the text is not a date. */
type ReadDate = (text: string) => string | null;

interface Entered {
  /** The change of the window; null if it does not change. */
  patch: Partial<Window> | null;
  /** The drafts that do not apply yet. `waiting` says why. */
  drafts: Drafts;
  waiting: Waiting | null;
}

interface Read {
  value: string | null;
  span: DaySpan | null;
}

/**
 * Applies the text of one box. If the window would then end before it starts, the text remains a draft until a matching
 * date is entered for the other side. Both dates then apply at once.
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
    // The entered date applies, and the other box keeps its draft.
    const kind = partner ? 'partner' : 'badDate';
    return {
      patch: changed(window, { [side]: entered.value }),
      drafts: others,
      waiting: { kind, side: other, found: (drafts[other] ?? '').trim() },
    };
  }
  return { patch: null, drafts, waiting: { kind: 'partner', side, found } };
}

/** Parses the text of a box. Null if the text is not a date. An empty box means an open side. */
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
