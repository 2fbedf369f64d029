import { useText } from '../../i18n/use-text';
import { SORTS, type Sort } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';

export function SortSelect({ sort }: { sort: Sort }) {
  const { go } = useNavigation();
  const { t } = useText();
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      {t('sort.label')}
      <select
        value={sort}
        className="h-7 rounded-sm bg-paper text-ink hover:bg-faint"
        onChange={event => go({ sort: SORTS.find(candidate => candidate === event.target.value) ?? 'date' })}
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
