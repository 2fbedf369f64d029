import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { FacetCount } from '../../model/answer';
import { type Facet, NONE } from '../../model/dataset';
import type { FacetChoice } from '../../model/view';
import { Button } from '../../ui/Button';
import { FacetRowView, type RowState } from './FacetRowView';
import { type Disclosure, excluding, facetRows, onlyThis, SEARCH_FROM, toggled } from './facet-rows';

interface Props {
  facet: Facet;
  choice: FacetChoice;
  count: FacetCount | undefined;
  /** Whether any activity of the record has no value here. */
  hasNone: boolean;
  onChoose: (choice: FacetChoice) => void;
}

const LONG_LABEL = 25;

export function FacetGroup({ facet, choice, count, hasNone, onChoose }: Props) {
  const tools = useText();
  const { t, words } = tools;
  const [disclosure, setDisclosure] = useState<Disclosure>({ showAll: false, search: '', toggled: new Map() });
  const { rows, held } = facetRows(facet, choice, disclosure, value => words(value.label));
  const label = words(facet.label);
  const labelId = useId();
  const counts = count?.counts ?? [];
  const largest = Math.max(1, count?.none ?? 0, ...counts);
  const chosenBelow = new Set(rows.filter(row => choice.include.includes(row.value.id)).map(row => row.value.broader));
  const stateOf = (id: string): RowState => {
    if (choice.include.includes(id)) return 'chosen';
    if (choice.exclude.includes(id)) return 'excluded';
    return chosenBelow.has(id) ? 'partly' : 'free';
  };
  const actions = (id: string) => ({
    onToggle: () => onChoose(toggled(choice, id)),
    onOnly: () => onChoose(onlyThis(id)),
    onExclude: () => onChoose(excluding(choice, id)),
  });
  const noneLabel = valueLabel(tools, facet, NONE);
  return (
    <fieldset aria-labelledby={labelId} className="min-w-0" onKeyDown={moveBetweenBoxes}>
      <div className="flex items-baseline justify-between gap-2 pb-1">
        <h2 id={labelId} className="font-semibold">
          {label}
        </h2>
        {choice.include.length > 1 && (
          <select
            aria-label={t('facet.mode', { facet: label })}
            value={choice.mode}
            className="max-w-40 rounded-sm bg-paper text-end text-xs text-ink-2 hover:text-ink"
            onChange={event => onChoose({ ...choice, mode: event.target.value === 'all' ? 'all' : 'any' })}
          >
            <option value="any">{t('facet.anyOf', { n: choice.include.length })}</option>
            <option value="all">{t('facet.allOf', { n: choice.include.length })}</option>
          </select>
        )}
      </div>
      {disclosure.showAll && facet.values.length >= SEARCH_FROM && (
        <input
          type="search"
          value={disclosure.search}
          aria-label={t('facet.search', { facet: label })}
          placeholder={t('facet.search', { facet: label })}
          className="mb-1 h-7 w-full border-b border-edge bg-transparent text-sm placeholder:text-ink-2 pointer-coarse:h-11"
          onChange={event => setDisclosure({ ...disclosure, search: event.target.value })}
        />
      )}
      <ul>
        {rows.map(({ value, index, depth, isParent, isExpanded }) => {
          const full = words(value.label);
          const tight = full.length > LONG_LABEL && value.short ? words(value.short) : full;
          return (
            <FacetRowView
              key={value.id}
              label={full}
              tight={tight}
              count={counts[index] ?? 0}
              share={(counts[index] ?? 0) / largest}
              depth={depth}
              state={stateOf(value.id)}
              expanded={isParent ? isExpanded : undefined}
              onExpand={() =>
                setDisclosure({ ...disclosure, toggled: new Map(disclosure.toggled).set(value.id, !isExpanded) })
              }
              {...actions(value.id)}
            />
          );
        })}
        {(hasNone || stateOf(NONE) !== 'free') && disclosure.search === '' && (
          <FacetRowView
            label={noneLabel}
            tight={noneLabel}
            count={count?.none ?? 0}
            share={(count?.none ?? 0) / largest}
            depth={0}
            state={stateOf(NONE)}
            expanded={undefined}
            onExpand={() => {}}
            {...actions(NONE)}
          />
        )}
      </ul>
      {disclosure.search !== '' && rows.length === 0 && <p className="py-1 text-ink-2">{t('facet.searchEmpty')}</p>}
      {(held > 0 || disclosure.showAll) && (
        <Button
          look="link"
          aria-expanded={disclosure.showAll}
          onClick={() => setDisclosure({ ...disclosure, showAll: !disclosure.showAll, search: '' })}
        >
          {disclosure.showAll ? t('facet.showLess', { facet: label }) : t('facet.showMore', { n: held, facet: label })}
        </Button>
      )}
    </fieldset>
  );
}

/** Up and down go from box to box, so that a long facet need not be tabbed through. */
function moveBetweenBoxes(event: KeyboardEvent<HTMLFieldSetElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof HTMLInputElement) || !event.target.matches('[data-facet-box]')) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-facet-box]')];
  const next = boxes[boxes.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}
