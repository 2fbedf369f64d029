import { useText } from '../../i18n/use-text';
import { useSettled } from '../../ui/use-settled';

interface Props {
  label: string;
  search: string;
  matches: number | null;
  onSearch: (search: string) => void;
}

/** The search box of a long facet. Screen readers announce the number of matches once typing pauses. */
export function FacetSearch({ label, search, matches, onSearch }: Props) {
  const { t } = useText();
  const aloud = useSettled(matches === null ? '' : t('facet.found', { n: matches }));
  return (
    <>
      <input
        type="search"
        value={search}
        data-facet-stop=""
        aria-label={t('facet.search', { facet: label })}
        placeholder={t('facet.search', { facet: label })}
        className="mb-1 h-7 w-full border-b border-edge bg-transparent text-sm placeholder:text-ink-2 pointer-coarse:h-11"
        onChange={event => onSearch(event.target.value)}
      />
      <p aria-live="polite" className="sr-only">
        {aloud}
      </p>
      {matches === 0 && <p className="py-1 text-ink-2">{t('facet.searchEmpty')}</p>}
    </>
  );
}
