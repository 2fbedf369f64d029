import { useText } from '../../i18n/use-text';
import { type OnChange, SORTS, type Sort } from '../../model/view';

export function SortSelect({ sort, onChange }: { sort: Sort; onChange: OnChange }) {
  const { t } = useText();
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {t('sort.label')}
      <select
        value={sort}
        className="h-7 rounded-sm bg-paper text-ink hover:bg-faint"
        onChange={event => onChange({ sort: SORTS.find(candidate => candidate === event.target.value) ?? 'date' })}
      >
        {SORTS.map(option => (
          <option key={option} value={option}>
            {t(`sort.${option}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
