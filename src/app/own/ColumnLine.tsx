import { listText } from '../../i18n/list-text';
import { useText } from '../../i18n/use-text';
import { type ColumnFacts, type Reading, ROLES, type Role, withJoined, withRole } from '../../model/reading';
import { Icon } from '../../ui/icons';
import { foundText } from './found-text';

const SEPARATORS = [';', ',', '|'] as const;

interface Props {
  index: number;
  reading: Reading;
  facts: ColumnFacts;
  rows: number;
  onRead: (reading: Reading) => void;
}

/** The grid that has a column's name, example, role and facts side by side. */
export const COLUMNS = 'grid gap-x-6 gap-y-1 py-2 md:grid-cols-[10rem_minmax(0,1fr)_11rem_minmax(0,1.4fr)]';

const SELECT = 'target max-w-full border-b border-edge bg-paper pe-1';

/** Shows a column of a table: its name, an example, its role in the dataset, and a summary of its cells. */
export function ColumnLine({ index, reading, facts, rows, onRead }: Props) {
  const tools = useText();
  const { t } = tools;
  const column = reading.columns[index];
  if (!column) return null;
  const { name, as, split = '' } = column;
  const { text, isDoubtful } = foundText(tools, column, facts, rows);
  const separators = [...new Set([...SEPARATORS, split, facts.split ?? ''])].filter(separator => separator !== '');
  return (
    <li className={`${COLUMNS} border-b border-rule`}>
      <strong className="font-semibold wrap-anywhere md:pt-1">{name}</strong>
      <span className="text-ink-2 wrap-anywhere md:pt-1">{facts.example}</span>
      <span className="flex flex-wrap gap-2 self-start">
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
        {/* Rotated by 180°, the icon with the letter i looks like an exclamation mark. */}
        <Icon
          name={isDoubtful ? 'info' : as === 'ignore' ? 'minus' : 'check'}
          className={`mt-0.5 ${isDoubtful ? 'rotate-180' : ''}`}
        />
        <span className="min-w-0">
          {text}
          {as === 'facet' && facts.similar && (
            <Similar
              similar={facts.similar}
              isJoined={column.join === true}
              onTurn={isJoined => onRead(withJoined(reading, index, isJoined))}
            />
          )}
        </span>
      </span>
    </li>
  );
}

interface SimilarProps {
  similar: NonNullable<ColumnFacts['similar']>;
  isJoined: boolean;
  onTurn: (isJoined: boolean) => void;
}

/** Offers to join the values of a facet that differ only by case, spaces or accents. */
function Similar({ similar, isJoined, onTurn }: SimilarProps) {
  const { t, language } = useText();
  const quoted = similar.first.map(spellings =>
    listText(
      language,
      spellings.map(({ label }) => t('quoted', { text: label })),
      'conjunction',
    ),
  );
  return (
    <label className={`target flex items-start gap-2 ${isJoined ? '' : 'text-side-b-text'}`}>
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={isJoined}
        onChange={({ target }) => onTurn(target.checked)}
      />
      <span className="wrap-anywhere">
        {t('own.similar', { n: similar.count })} {quoted.join('; ')}
        {similar.count > similar.first.length && '; …'}
      </span>
    </label>
  );
}
