import { use, useId, useRef, useState } from 'react';
import { windowText } from '../../i18n/date-text';
import { shownDate } from '../../i18n/shown-date';
import type { TextTools } from '../../i18n/text-tools';
import { useText } from '../../i18n/use-text';
import { type DaySpan, isoDay, parseIsoSpan } from '../../lib/day';
import { lazyModule } from '../../lib/lazy-module';
import type { View } from '../../model/view';
import { shownWindow } from '../../model/window';
import { useNavigation } from '../../navigation/navigation';
import { FittedAxisContext } from '../fitted-axis';
import { type Drafts, enter, type Side, type Waiting } from './entry';

/** Parses dates in the reader's own format. Loads when a box gets the focus. */
const typedDateCode = lazyModule(() => import('../../i18n/typed-date'));

interface Props {
  window: Pick<View, 'from' | 'to'>;
  bounds: DaySpan | null;
}

/**
 * Text boxes for the first and last day of the window. Readers type dates in their own format or in the format of
 * links. An empty box leaves its side open and shows the axis's first or last day as a placeholder. A box shows the
 * window's date, except during editing or while a note explains why the typed date does not apply.
 */
export function WindowFields({ window, bounds }: Props) {
  const fitted = use(FittedAxisContext);
  const { from, to } = window;
  const tools = useText();
  const { t, language } = tools;
  const { go } = useNavigation();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [known, setKnown] = useState(window);
  /**
   * The window that the reader entered in these boxes, until the view contains it; otherwise null. If the view's window
   * changes for another reason, the drafts are discarded.
   */
  const [entering, setEntering] = useState<Props['window'] | null>(null);
  const problemId = useId();
  const fittedId = useId();
  if (!isSame(known, window)) {
    setKnown({ from, to });
    setEntering(null);
    if (!entering || !isSame(entering, window)) {
      setDrafts({});
      setWaiting(null);
    }
  }

  const latest = useRef({ window, drafts });
  latest.current = { window, drafts };
  const commit = async (side: Side) => {
    const written = Object.values(latest.current.drafts);
    const isPlain = written.every(text => text.trim() === '' || parseIsoSpan(text.trim()));
    const code = isPlain ? null : (typedDateCode.get() ?? (await typedDateCode.load().catch(() => null)));
    const now = latest.current;
    if (now.drafts[side] === undefined) return;
    const read = (text: string) => (parseIsoSpan(text) ? text : (code?.readTypedDate(language, text) ?? null));
    const entered = enter(now.window, now.drafts, side, read);
    setDrafts(entered.drafts);
    setWaiting(entered.waiting);
    if (!entered.patch) return;
    setEntering({ from: now.window.from, to: now.window.to, ...entered.patch });
    go(entered.patch);
  };
  const giveUp = (side: Side) => {
    const { [side]: _, ...others } = drafts;
    setDrafts(others);
    if (waiting?.side === side) setWaiting(null);
  };
  const field = (side: Side) => {
    const shown = shownDate(language, window[side] ?? '');
    const days = fitted ?? bounds;
    const end = days && isoDay(side === 'from' ? days.earliest : days.latest);
    return {
      label: t(`window.${side}`),
      value: drafts[side] ?? shown,
      placeholder: end === null ? '' : shownDate(language, end),
      problem: waiting?.side === side ? problemId : undefined,
      note: fitted ? fittedId : undefined,
      onType: (text: string) => setDrafts({ ...drafts, [side]: text }),
      onCommit: () => (drafts[side] === shown ? giveUp(side) : void commit(side)),
      onGiveUp: () => giveUp(side),
    };
  };
  return (
    <div className="relative flex items-center gap-1.5">
      <DateField {...field('from')} />
      <DateField {...field('to')} />
      {fitted && (
        <p id={fittedId} hidden>
          {t('window.fitted')}
        </p>
      )}
      {waiting && (
        <p
          id={problemId}
          role="alert"
          className="absolute start-0 top-full z-20 mt-1 w-72 rounded-sm border border-edge bg-paper px-3 py-2"
        >
          {reason(tools, waiting, bounds && shownWindow(window, bounds))}
        </p>
      )}
    </div>
  );
}

function isSame(one: Props['window'], other: Props['window']): boolean {
  return one.from === other.from && one.to === other.to;
}

function reason(tools: TextTools, { kind, side, found }: Waiting, shown: DaySpan | null): string {
  if (kind === 'badDate') return tools.t('window.badDate', { found });
  const period = shown ? windowText(tools, shown.earliest, shown.latest) : '';
  return tools.t(`window.reversed.${side}`, { found, period });
}

interface FieldProps {
  label: string;
  value: string;
  placeholder: string;
  /** The id of the element that says why the typed date does not apply. Undefined if there is none. */
  problem: string | undefined;
  /** The id of the element that says that the axis is fitted to the result. Undefined if there is none. */
  note: string | undefined;
  onType: (text: string) => void;
  onCommit: () => void;
  onGiveUp: () => void;
}

function DateField({ label, value, placeholder, problem, note, onType, onCommit, onGiveUp }: FieldProps) {
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {label}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ?? note}
        data-fitted={note === undefined ? undefined : ''}
        placeholder={placeholder}
        className="h-7 w-[12ch] min-w-[10ch] border-b [field-sizing:content] supports-[field-sizing:content]:w-auto border-edge bg-transparent text-center text-ink placeholder:text-ink-2 data-fitted:border-dotted aria-invalid:border-b-2 aria-invalid:border-dashed aria-invalid:border-ink pointer-coarse:h-11"
        onFocus={() => typedDateCode.begin()}
        onChange={event => onType(event.target.value)}
        onBlur={onCommit}
        onKeyDown={event => {
          if (event.key === 'Enter') onCommit();
          if (event.key === 'Escape') onGiveUp();
        }}
      />
    </label>
  );
}
