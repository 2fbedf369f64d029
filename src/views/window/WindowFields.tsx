import { useId, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { type DaySpan, isoDay, parseIsoSpan } from '../../lib/day';
import type { OnChange, View } from '../../model/view';

interface Props {
  window: Pick<View, 'from' | 'to'>;
  bounds: DaySpan | null;
  onChange: OnChange;
}

/** First and last day of the window as text: `2017`, `2017-03` or `2017-03-05`; empty leaves that side open. */
export function WindowFields({ window: { from, to }, bounds, onChange }: Props) {
  const { t } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  const commit = (key: 'from' | 'to', text: string) => {
    const value = text.trim() || null;
    const span = value === null ? null : parseIsoSpan(value);
    if (value !== null && !span) return setProblem(t('window.badDate', { found: value }));
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
        onCommit={text => commit('from', text)}
      />
      <DateField
        label={t('window.to')}
        value={to}
        placeholder={bounds?.latest}
        describedBy={problem ? problemId : undefined}
        onCommit={text => commit('to', text)}
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
  const [typed, setTyped] = useState(value ?? '');
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value ?? '');
  }
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {label}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        placeholder={placeholder === undefined ? '' : isoDay(placeholder)}
        className="h-7 w-[11ch] border-b border-edge bg-transparent text-center text-ink placeholder:text-ink-2 pointer-coarse:h-11"
        onChange={event => setTyped(event.target.value)}
        onBlur={() => onCommit(typed)}
        onKeyDown={event => {
          if (event.key === 'Enter') onCommit(typed);
          if (event.key === 'Escape') setTyped(value ?? '');
        }}
      />
    </label>
  );
}
