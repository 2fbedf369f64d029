import { useId, useMemo, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import type { FacetCount, FacetTrend } from '../../model/answer';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { FacetChoice } from '../../model/view';
import { useEventCallback } from '../../ui/use-event-callback';
import { excluding, onlyThis } from './choices';
import { FacetHead } from './FacetHead';
import { FacetMore } from './FacetMore';
import { FacetRowView, type RowState } from './FacetRowView';
import { FacetSearch } from './FacetSearch';
import { walkFacet } from './facet-keys';
import { type Disclosure, facetRows, SEARCH_FROM } from './facet-rows';
import { sparkPaths } from './sparkline';
import { useRange } from './use-range';
import { orderedValues, type ValueOrder } from './value-order';

interface Props {
  facet: Facet;
  choice: FacetChoice;
  count: FacetCount | undefined;
  /** Of the whole record: what decides which rows there are and in what order, so that none comes, goes or moves. */
  recordCount: FacetCount | undefined;
  order: ValueOrder;
  /** Undefined until it is known. */
  trend: FacetTrend | undefined;
  /** How the sparklines are painted, and of how many parts they are; null for none at all. */
  spark: { paint: string; parts: number } | null;
  isClosed: boolean;
  onClose: (isClosed: boolean) => void;
  onChoose: (choice: FacetChoice) => void;
}

const LONG_LABEL = 25;
const FIRST: Disclosure = { pages: 0, search: '', toggled: new Map() };

/** One facet: its values as boxes, each with its count and its course over the record. */
export function FacetGroup(props: Props) {
  const { facet, choice, count, recordCount, order, trend, spark, isClosed, onClose, onChoose } = props;
  const tools = useText();
  const { words, spoken, compare, number } = tools;
  const labelId = useId();
  const [disclosure, setDisclosure] = useState(FIRST);
  const ordered = useMemo(
    () =>
      orderedValues(facet, order, {
        counts: recordCount?.counts ?? [],
        labelOf: value => words(value.label),
        compareLabels: compare,
      }),
    [facet, order, recordCount, words, compare],
  );
  const searched = ({ label, short, aliases = [] }: FacetValue) =>
    [label, ...(short ? [short] : []), ...aliases].map(words).join(' ');
  const { rows, hiddenCount, matches } = facetRows(facet, ordered, choice, disclosure, searched);
  const counts = count?.counts ?? [];
  const largest = counts.reduce((a, b) => Math.max(a, b), Math.max(1, count?.none ?? 0));
  const widest = Math.max(0, recordCount?.none ?? 0, ...(recordCount?.counts ?? []));
  const parts = spark?.parts ?? 0;
  const paths = useMemo(() => (trend ? sparkPaths(trend.counts, parts) : []), [trend, parts]);
  const chosenBelow = new Set(
    rows.filter(row => choice.include.includes(row.value.id)).map(row => facetTree(facet).parentOf(row.value.id)),
  );
  const stateOf = (id: string): RowState => {
    if (choice.include.includes(id)) return 'chosen';
    if (choice.exclude.includes(id)) return 'excluded';
    return chosenBelow.has(id) ? 'partly' : 'free';
  };
  const hasNone = ((recordCount?.none ?? 0) > 0 || stateOf(NONE) !== 'free') && matches === null;
  const ids = [...rows.map(row => row.value.id), ...(hasNone ? [NONE] : [])];
  const range = useRange(choice, ids, onChoose);
  const [visited, setVisited] = useState<string | null>(null);
  const stop = isClosed ? undefined : (ids.find(id => id === visited) ?? ids.find(isChosen(choice)) ?? ids[0]);
  const label = words(facet.label);
  const digits = number(widest).length;
  const onToggle = useEventCallback(range.onToggle);
  const onOnly = useEventCallback((id: string) => onChoose(onlyThis(id)));
  const onExclude = useEventCallback((id: string) => onChoose(excluding(choice, id)));
  const onExpand = useEventCallback((id: string, isExpanded: boolean) =>
    setDisclosure({ ...disclosure, toggled: new Map(disclosure.toggled).set(id, isExpanded) }),
  );
  const row = (id: string, amount: number, index: number) => ({
    id,
    facet: facet.id,
    count: amount,
    share: amount / largest,
    digits,
    state: stateOf(id),
    isStop: id === stop,
    spark: paths[index] ?? '',
    sparkParts: spark?.parts ?? null,
    sparkPaint: spark?.paint ?? '',
    onToggle,
    onOnly,
    onExclude,
    onExpand,
  });
  const noneLabel = valueLabel(tools, facet, NONE);
  return (
    // What can be left undrawn clips what hangs out of it: so the arrows beside its values have room within.
    <fieldset
      aria-labelledby={labelId}
      className="-ms-6 -me-4 min-w-0 ps-6 pe-4 [contain-intrinsic-size:auto_14rem] [content-visibility:auto]"
      onFocus={({ target }) => setVisited(target.dataset.facetBox ?? visited)}
      onKeyDown={event => {
        range.onKeyDown(event);
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (!isPlain || !(event.target instanceof HTMLElement)) return;
        if (walkFacet(event.currentTarget, event.target, event.key)) event.preventDefault();
      }}
    >
      <FacetHead
        isStop={stop === undefined}
        language={spoken(facet.label).language}
        {...{ label, labelId, choice, isClosed, onClose, onChoose }}
      />
      {!isClosed && (
        <>
          {disclosure.pages > 0 && facet.values.length >= SEARCH_FROM && (
            <FacetSearch
              label={label}
              search={disclosure.search}
              matches={matches}
              onSearch={search => setDisclosure({ ...disclosure, search })}
            />
          )}
          <ul>
            {rows.map(({ value, index, depth, isParent, isExpanded }) => {
              const { text: full, language } = spoken(value.label);
              return (
                <FacetRowView
                  key={value.id}
                  label={full}
                  language={language}
                  tight={full.length > LONG_LABEL && value.short ? words(value.short) : full}
                  depth={depth}
                  expanded={isParent ? isExpanded : undefined}
                  {...row(value.id, counts[index] ?? 0, index)}
                />
              );
            })}
            {hasNone && (
              <FacetRowView
                label={noneLabel}
                language={null}
                tight={noneLabel}
                depth={0}
                expanded={undefined}
                {...row(NONE, count?.none ?? 0, facet.values.length)}
              />
            )}
          </ul>
          <FacetMore
            label={label}
            hiddenCount={hiddenCount}
            isFirst={disclosure.pages === 0}
            ids={ids}
            onMore={() => setDisclosure({ ...disclosure, pages: disclosure.pages + 1, toggled: new Map() })}
            onFewer={() => setDisclosure(FIRST)}
          />
        </>
      )}
    </fieldset>
  );
}

function isChosen({ include, exclude }: FacetChoice): (id: string) => boolean {
  return id => include.includes(id) || exclude.includes(id);
}
