import { useText } from '../../i18n/use-text';
import type { FacetChoice } from '../../model/view';
import { Icon } from '../../ui/icons';

interface Props {
  label: string;
  /** The label's language; null if it is the page's language. */
  language: string | null;
  labelId: string;
  choice: FacetChoice;
  isClosed: boolean;
  /** Whether the facet's Tab stop is in its head, because no value is shown. */
  isStop: boolean;
  onClose: (isClosed: boolean) => void;
  onChoose: (choice: FacetChoice) => void;
}

/**
 * The head of a facet: a button with the facet's name folds the facet. Next to it is the choice between "any of" and
 * "all of" or, when the facet is folded, the number of chosen values.
 */
export function FacetHead({ label, language, labelId, choice, isClosed, isStop, onClose, onChoose }: Props) {
  const { t } = useText();
  const chosen = choice.include.length + choice.exclude.length;
  return (
    <div data-facet-line="" className="flex items-center justify-between gap-2">
      <h2 className="min-w-0 font-semibold">
        <button
          type="button"
          tabIndex={isStop ? 0 : -1}
          data-facet-stop=""
          aria-expanded={!isClosed}
          className="group/head relative -ms-6 flex min-h-7 items-center gap-2 ps-6 text-start -outline-offset-2 pointer-coarse:min-h-11"
          onClick={() => onClose(!isClosed)}
        >
          <Icon
            name={isClosed ? 'right' : 'down'}
            className={`absolute start-[5px] size-3.5! text-ink-2 group-hover/head:text-ink ${isClosed ? 'rtl:-scale-x-100' : ''}`}
          />
          <span id={labelId} lang={language ?? undefined}>
            {label}
          </span>
        </button>
      </h2>
      {isClosed && (
        <span className="shrink-0 text-xs text-ink-2">
          {t(chosen > 0 ? 'facet.chosen' : 'facet.any', { n: chosen })}
        </span>
      )}
      {!isClosed && choice.include.length > 1 && (
        <select
          aria-label={t('facet.mode', { facet: label })}
          tabIndex={-1}
          data-facet-act=""
          value={choice.mode}
          className="-me-1 min-h-6 max-w-40 rounded-sm bg-paper text-end text-xs text-ink-2 hover:text-ink pointer-coarse:min-h-11"
          onChange={event => onChoose({ ...choice, mode: event.target.value === 'all' ? 'all' : 'any' })}
        >
          <option value="any">{t('facet.anyOf', { n: choice.include.length })}</option>
          <option value="all">{t('facet.allOf', { n: choice.include.length })}</option>
        </select>
      )}
    </div>
  );
}
