import { useMemo, useState } from 'react';
import { useText } from '../../i18n/use-text';
import type { FacetCount } from '../../model/answer';
import { toggled } from '../../model/choosing';
import type { FacetValue } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import { type FoundValue, findValues } from '../../model/value-search';
import { choiceOf, type FacetChoice, type View } from '../../model/view';
import { Icon } from '../../ui/icons';
import { useSettled } from '../../ui/use-settled';
import { Words } from '../../ui/Words';
import { useOpenDataset } from '../open-dataset';
import { useValueIndex } from '../use-value-index';

interface Props {
  view: Pick<View, 'facets'>;
  counts: readonly FacetCount[];
  onChoose: (facet: string, choice: FacetChoice) => void;
}

const LIMIT = 40;

/** Searches the values of all facets. Lists the found values by facet, each with a checkbox. */
export function ValueSearch({ view, counts, onChoose }: Props) {
  const { t, words, spoken, number } = useText();
  const open = useOpenDataset();
  const index = useValueIndex(open.head);
  const [search, setSearch] = useState('');
  const found = useMemo(() => {
    const weightOf = ({ facet, position }: Pick<FoundValue, 'facet' | 'position'>) =>
      open.counts.find(count => count.facet === facet.id)?.counts[position] ?? 0;
    return index ? findValues(index, search, { limit: LIMIT, weightOf }) : [];
  }, [index, search, open]);
  const isAsked = index !== null && search.trim() !== '';
  const aloud = useSettled(isAsked ? t('facet.found', { n: found.length }) : '');
  const groups = [...new Set(found.map(one => one.facet))];
  return (
    <div className="pt-2 pb-3">
      <div className="flex items-center border-b border-edge focus-within:border-ink">
        <Icon name="search" className="text-ink-2" />
        <input
          type="search"
          value={search}
          aria-label={t('filters.search')}
          placeholder={t('filters.search')}
          autoComplete="off"
          spellCheck={false}
          className="h-11 w-0 grow bg-transparent px-2 placeholder:text-ink-2 focus-visible:shadow-none focus-visible:outline-none"
          onChange={event => setSearch(event.target.value)}
        />
      </div>
      <p aria-live="polite" className="sr-only">
        {aloud}
      </p>
      {isAsked && found.length === 0 && <p className="pt-3 text-ink-2">{t('facet.searchEmpty')}</p>}
      {groups.map(facet => (
        <fieldset key={facet.id} className="mt-3">
          <legend className="text-sm text-ink-2">{words(facet.label)}</legend>
          {found.map(({ facet: own, value, position }) => {
            if (own !== facet) return null;
            const choice = choiceOf(view, facet.id);
            const amount = counts.find(count => count.facet === facet.id)?.counts[position] ?? 0;
            const isChosen = choice.include.includes(value.id);
            const parent = parentOf(facet.values, value);
            return (
              <label
                key={value.id}
                className="relative flex min-h-11 items-center gap-3 border-b border-faint select-none"
              >
                <input
                  type="checkbox"
                  checked={isChosen}
                  aria-label={t(choice.exclude.includes(value.id) ? 'facet.boxExcluded' : 'facet.box', {
                    label: words(value.label),
                    n: amount,
                  })}
                  className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-sm -outline-offset-2"
                  onChange={() => onChoose(facet.id, toggled(choice, value.id))}
                />
                <span className="pointer-events-none grid size-[18px] shrink-0 place-items-center rounded-[2px] border border-edge peer-checked:border-accent peer-checked:bg-accent">
                  {isChosen && <Icon name="check" className="size-3! text-on-accent" />}
                </span>
                <span className={`min-w-0 grow ${isChosen ? 'font-semibold' : ''}`}>
                  <Words of={spoken(value.label)} search={search} />
                  {parent && <span className="text-sm font-normal text-ink-2"> {words(parent.label)}</span>}
                </span>
                <span className={isChosen ? 'font-semibold' : 'text-ink-2'}>{number(amount)}</span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

function parentOf(values: readonly FacetValue[], value: FacetValue): FacetValue | undefined {
  const tree = facetTree({ values });
  const at = tree.positions.get(tree.parentOf(value.id) ?? '');
  return at === undefined ? undefined : values[at];
}
