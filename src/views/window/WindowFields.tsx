import { useId, useState } from 'react';
import { shownDate } from '../../i18n/shown-date';
import { useText } from '../../i18n/use-text';
import { type DaySpan, isoDay, parseIsoSpan } from '../../lib/day';
import { lateCode } from '../../lib/late-code';
import type { OnChange, View } from '../../model/view';

/** Reads what links would write otherwise; it comes when a box is entered. */
const typedDateCode = lateCode(() => import('../../i18n/typed-date'));

interface Props {
  window: Pick<View, 'from' | 'to'>;
  bounds: DaySpan | null;
  onChange: OnChange;
}

/** First and last day of the window as text, in the reader's way or as links have it; empty leaves that side open. */
export function WindowFields({ window: { from, to }, bounds, onChange }: Props) {
  const { t, language } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  const read = async (text: string): Promise<string | null> => {
    if (parseIsoSpan(text)) return text;
    const code = typedDateCode.get() ?? (await typedDateCode.load().catch(() => null));
    return code?.readTypedDate(language, text) ?? null;
  };

  const commit = async (key: 'from' | 'to', typed: string) => {
    const text = typed.trim();
    const value = text === '' ? null : await read(text);
    if (text !== '' && value === null) return setProblem(t('window.badDate', { found: text }));
    const next = { from, to, [key]: value };
    const first = next.from && parseIsoSpan(next.from);
    const last = next.to && parseIsoSpan(next.to);
    if (first && last && last.latest < first.earliest) return setProblem(t('window.reversed'));
    setProblem(null);
    if (next.from !== from || next.to !== to) onChange({ [key]: value });
  };

  return (
    <div className="relative flex items-center gap-1.5">
      <DateField
        label={t('window.from')}
        value={from}
        placeholder={bounds?.earliest}
        describedBy={problem ? problemId : undefined}
        onCommit={text => void commit('from', text)}
      />
      <DateField
        label={t('window.to')}
        value={to}
        placeholder={bounds?.latest}
        describedBy={problem ? problemId : undefined}
        onCommit={text => void commit('to', text)}
      />
      {problem && (
        <p
          id={problemId}
          role="alert"
          className="absolute start-0 top-full z-20 mt-1 w-72 rounded-sm border border-edge bg-paper px-3 py-2"
        >
          {problem}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  label: string;
  value: string | null;
  placeholder: number | undefined;
  describedBy: string | undefined;
  onCommit: (text: string) => void;
}

function DateField({ label, value, placeholder, describedBy, onCommit }: FieldProps) {
  const { language } = useText();
  const shown = value === null ? '' : shownDate(language, value);
  const [typed, setTyped] = useState(shown);
  const [known, setKnown] = useState(shown);
  if (known !== shown) {
    setKnown(shown);
    setTyped(shown);
  }
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {label}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        placeholder={placeholder === undefined ? '' : shownDate(language, isoDay(placeholder))}
        className="h-7 w-[11ch] min-w-[11ch] border-b [field-sizing:content] supports-[field-sizing:content]:w-auto border-edge bg-transparent text-center text-ink placeholder:text-ink-2 pointer-coarse:h-11"
        onFocus={() => typedDateCode.begin()}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => onCommit(typed === shown ? (value ?? '') : typed)}
        onKeyDown={event => {
          if (event.key === 'Enter') onCommit(typed === shown ? (value ?? '') : typed);
          if (event.key === 'Escape') setTyped(shown);
        }}
      />
    </label>
  );
}
