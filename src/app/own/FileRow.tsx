import { useId } from 'react';
import { useText } from '../../i18n/use-text';
import { ENCODINGS } from '../../model/encodings';
import type { Grid, Reading, ReadTable } from '../../model/reading';

interface Props {
  name: string;
  table: ReadTable;
  reading: Reading;
  onGrid: (grid: Grid) => void;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Shows the file of a table and the choices that determine its rows: sheet, header, separator, encoding. */
export function FileRow({ name, table, reading, onGrid }: Props) {
  const { t } = useText();
  const { sheets = [], top, rows } = table;
  const { sheet, header, delimiter, encoding } = reading;
  // Omits `header`: with another sheet, separator or encoding the rows differ, and the engine looks for a header again.
  const kept: Grid = {
    ...(sheet !== undefined && { sheet }),
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
  };
  const headers = new Map(top.map(({ row, text }) => [row, t('own.header.row', { row, text })]));
  if (header > 0 && !headers.has(header)) headers.set(header, t('own.header.row', { row: header, text: '…' }));
  return (
    <div className="grid gap-2 rounded-sm border border-dashed border-edge px-4 py-3">
      <p className="wrap-anywhere">
        <strong className="font-semibold">{name}</strong>{' '}
        <span className="text-ink-2">
          {sheet !== undefined && `${t('own.sheet', { name: sheet })} `}
          {t('own.size', { rows, columns: reading.columns.length, header })}
        </span>
      </p>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {sheet !== undefined && sheets.length > 1 && (
          <Choice
            label={t('own.choice.sheet')}
            value={sheet}
            options={sheets.map(other => [other, other])}
            onChoose={chosen => onGrid({ sheet: chosen })}
          />
        )}
        <Choice
          label={t('own.choice.header')}
          value={String(header)}
          options={[...headers, [0, t('own.header.none')] as const].map(([row, text]) => [String(row), text])}
          onChoose={chosen => onGrid({ ...kept, header: Number(chosen) })}
        />
        {delimiter !== undefined && (
          <Choice
            label={t('own.choice.delimiter')}
            value={delimiter}
            options={DELIMITERS.map(option => [option, option === '\t' ? t('own.delimiter.tab') : option])}
            onChoose={chosen => onGrid({ ...kept, delimiter: chosen })}
          />
        )}
        {encoding !== undefined && (
          <Choice
            label={t('own.choice.encoding')}
            value={encoding}
            options={ENCODINGS.map(option => [option, option])}
            onChoose={chosen => onGrid({ encoding: chosen })}
          />
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <span className="flex max-w-full min-w-0 items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-ink-2">
        {label}
      </label>
      <select
        id={id}
        className="target max-w-60 min-w-0 border-b border-edge bg-paper pe-1"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
