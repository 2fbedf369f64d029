import { useText } from '../../i18n/use-text';
import { type ColumnFacts, type Reading, ROLES, type Role, withRole } from '../../model/reading';
import { Icon } from '../../ui/icons';
import { foundText } from './found-text';

const SEPARATORS = [';', ',', '|'] as const;

interface Props {
  index: number;
  reading: Reading;
  facts: ColumnFacts;
  /** The number of rows of the table. */
  rows: number;
  onRead: (reading: Reading) => void;
}

const SELECT = 'target max-w-full border-b border-edge bg-paper pe-1';

/** One column of a table: its name, an example, what it is read as, and what was found in it. */
export function ColumnLine({ index, reading, facts, rows, onRead }: Props) {
  const tools = useText();
  const { t } = tools;
  const column = reading.columns[index];
  if (!column) return null;
  const { name, as, split = '' } = column;
  const { text, isDoubtful } = foundText(tools, column, facts, rows);
  const separators = [...new Set([...SEPARATORS, split, facts.split ?? ''])].filter(separator => separator !== '');
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-2 md:grid-cols-[10rem_minmax(0,1fr)_11rem_minmax(0,1.4fr)]">
      <strong className="font-semibold wrap-anywhere md:pt-1">{name}</strong>
      <span className="text-ink-2 wrap-anywhere md:pt-1">{facts.example}</span>
      <span className="flex flex-wrap gap-2">
        <select
          aria-label={t('own.readAs', { name })}
          className={SELECT}
          value={as}
          onChange={({ target }) => onRead(withRole(reading, index, target.value as Role, facts.split))}
        >
          {ROLES.map(role => (
            <option key={role} value={role}>
              {t(`own.role.${role}`)}
            </option>
          ))}
        </select>
        {as === 'facet' && (
          <select
            aria-label={t('own.splitAt', { name })}
            className={SELECT}
            value={split}
            onChange={({ target }) => onRead(withRole(reading, index, 'facet', target.value))}
          >
            <option value="">{t('own.split.none')}</option>
            {separators.map(separator => (
              <option key={separator} value={separator}>
                {separator < ' ' ? t('own.split.list') : t('own.split', { separator })}
              </option>
            ))}
          </select>
        )}
      </span>
      <span className={`flex gap-2 md:pt-1 ${isDoubtful ? 'text-side-b-text' : ''}`}>
        {/* Turned round, the letter i is an exclamation mark. */}
        <Icon
          name={isDoubtful ? 'info' : as === 'ignore' ? 'minus' : 'check'}
          className={`mt-0.5 ${isDoubtful ? 'rotate-180' : ''}`}
        />
        {text}
      </span>
    </li>
  );
}
