import { listText } from '../../i18n/list-text';
import type { TextTools } from '../../i18n/text-tools';
import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { Facet } from '../../model/dataset';
import type { FacetChoice } from '../../model/view';
import { Icon } from '../../ui/icons';

interface Props {
  facet: Facet;
  labelId: string;
  choice: FacetChoice;
  isClosed: boolean;
  /** Whether the head of the facet is the Tab stop, because no value is shown. */
  isStop: boolean;
  /** Null for a facet that is shown alone. Such a facet can't be collapsed, and its name is already shown above it. */
  onClose: ((isClosed: boolean) => void) | null;
  onChoose: (choice: FacetChoice) => void;
}

/** The maximum number of chosen values that a collapsed facet names. If there are more, it shows their number. */
const MAX_NAMED = 2;

/**
 * Shows the head of a facet: a button with the facet's name, which collapses and expands the facet. Beside the button,
 * an expanded facet offers "any of" and "all of", and a collapsed facet names the chosen values.
 */
export function FacetHead({ facet, labelId, choice, isClosed, isStop, onClose, onChoose }: Props) {
  const tools = useText();
  const { t } = tools;
  const { text: label, language } = tools.spoken(facet.label);
  const name = (
    <span id={labelId} lang={language ?? undefined} className={onClose ? '' : 'sr-only'}>
      {label}
    </span>
  );
  return (
    <div data-facet-line="" className="relative flex items-center justify-between gap-2">
      {onClose ? (
        <h2 className="min-w-0 font-semibold">
          <button
            type="button"
            tabIndex={isStop ? 0 : -1}
            data-facet-stop=""
            aria-expanded={!isClosed}
            // On touch screens, the whole line of a collapsed facet is the target.
            className={`group/head -ms-6 flex min-h-7 items-center gap-2 ps-6 text-start -outline-offset-2 pointer-coarse:min-h-11 ${isClosed ? 'pointer-coarse:after:absolute pointer-coarse:after:inset-0' : ''}`}
            onClick={() => onClose(!isClosed)}
          >
            <Icon
              name={isClosed ? 'right' : 'down'}
              className={`absolute -start-[1.1875rem] size-3.5! text-ink-2 group-hover/head:text-ink ${isClosed ? 'rtl:-scale-x-100' : ''}`}
            />
            {name}
          </button>
        </h2>
      ) : (
        name
      )}
      {isClosed && (
        <span className="min-w-0 truncate text-xs text-ink-2">
          <bdi>{chosenIn(tools, facet, choice)}</bdi>
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

function chosenIn(tools: TextTools, facet: Facet, { include, exclude }: FacetChoice): string {
  const { t, language } = tools;
  const n = include.length + exclude.length;
  if (n === 0) return t('facet.any');
  if (n > MAX_NAMED) return t('facet.chosen', { n });
  const named = (value: string) => valueLabel(tools, facet, value, true);
  return listText(
    language,
    [...include.map(named), ...exclude.map(value => t('chip.not', { value: named(value) }))],
    'conjunction',
  );
}
