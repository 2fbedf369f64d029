import { type ComponentType, useEffect, useId, useMemo, useState } from 'react';
import { lazyWithMessages } from '../../i18n/later-messages';
import { useText } from '../../i18n/use-text';
import { valueLabel } from '../../i18n/value-label';
import { lazyModule } from '../../lib/lazy-module';
import type { FacetCount, FacetTrend } from '../../model/answer';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { FacetChoice } from '../../model/view';
import { LazyPart } from '../../ui/LazyPart';
import { useEventCallback } from '../../ui/use-event-callback';
import { excluding, onlyThis } from './choices';
import { FacetHead } from './FacetHead';
import { FacetMore } from './FacetMore';
import { FacetRowView, type RowState } from './FacetRowView';
import { FacetRowsContext } from './facet-context';
import { type Disclosure, facetRows, SEARCH_FROM } from './facet-rows';
import { meanTimes, sparkPaths } from './sparkline';
import { useRange } from './use-range';
import { orderedValues, type ValueOrder } from './value-order';

export interface FacetWidgetProps {
  facet: Facet;
  choice: FacetChoice;
  /** The rows and their order depend only on `record`, the counts in the whole dataset, so that no row moves. */
  counts: Readonly<Record<'selection' | 'record', FacetCount | undefined>>;
  order: ValueOrder;
  /**
   * `trend` has the counts over time, undefined while loading. `paint` is the id of the gradient that fills the
   * sparklines, and `parts` their number of columns. Null if there are no sparklines.
   */
  spark: { trend: FacetTrend | undefined; paint: string; parts: number } | null;
  isClosed: boolean;
  /** Null for a facet that is shown alone. Such a facet can't be collapsed, and its name is already shown above it. */
  onClose: ((isClosed: boolean) => void) | null;
  onChoose: (choice: FacetChoice) => void;
}

/** A way to show the values of a facet and to choose among them. */
export interface FacetWidget {
  /** Returns whether the widget suits the data of a facet. Widgets must not test for ids of a dataset's facets. */
  fits: (facet: Facet) => boolean;
  Widget: ComponentType<FacetWidgetProps>;
}

/** Handles keys. Loads after the facets are shown, because nobody presses a key before. */
const facetKeysCode = lazyModule(() => import('./facet-keys'));
/** The search in a long facet. No reader sees the search before "more" is pressed. */
const searchCode = lazyWithMessages(() => import('./FacetSearch'));
const FIRST: Disclosure = { pages: 0, search: '', toggled: new Map() };

/** Shows one facet: a checkbox for each value, with its count and its sparkline. */
export function FacetGroup(props: FacetWidgetProps) {
  const { facet, choice, order, isClosed, onClose, onChoose } = props;
  const { selection: count, record: recordCount } = props.counts;
  const { trend, paint = '', parts = 0 } = props.spark ?? {};
  const hasSpark = props.spark !== null;
  const hasRoom = hasSpark && order === 'trend';
  const tools = useText();
  const { words, compare, exact, language } = tools;
  const labelId = useId();
  useEffect(facetKeysCode.begin, []);
  const isLong = facet.values.length >= SEARCH_FROM;
  useEffect(() => {
    if (isLong) searchCode.begin();
  }, [isLong]);
  const [disclosure, setDisclosure] = useState(FIRST);
  const ordered = useMemo(
    () =>
      orderedValues(facet, order, {
        counts: recordCount?.counts ?? [],
        labelOf: value => words(value.label),
        compareLabels: compare,
        times: trend && meanTimes(trend.counts, parts),
      }),
    [facet, order, recordCount, words, compare, trend, parts],
  );
  const searched = ({ label, short, aliases = [] }: FacetValue) =>
    [label, ...(short ? [short] : []), ...aliases].map(words).join(' ');
  const { rows, hiddenCount, matches } = facetRows(facet, ordered, choice, disclosure, searched);
  const counts = count?.counts ?? [];
  const largest = counts.reduce((a, b) => Math.max(a, b), Math.max(1, count?.none ?? 0));
  const widest = Math.max(0, recordCount?.none ?? 0, ...(recordCount?.counts ?? []));
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
  const digits = exact(widest).length;
  const onToggle = useEventCallback(range.onToggle);
  const onOnly = useEventCallback((id: string) => onChoose(onlyThis(id)));
  const onExclude = useEventCallback((id: string) => onChoose(excluding(choice, id)));
  const onExpand = useEventCallback((id: string, isExpanded: boolean) =>
    setDisclosure({ ...disclosure, toggled: new Map(disclosure.toggled).set(id, isExpanded) }),
  );
  const shared = useMemo(() => {
    const spark = hasSpark ? { paint, parts } : null;
    return { facet: facet.id, digits, largest, spark, hasRoom, onToggle, onOnly, onExclude, onExpand };
  }, [facet.id, digits, largest, hasSpark, hasRoom, paint, parts, onToggle, onOnly, onExclude, onExpand]);
  const row = (value: FacetValue, amount: number, index: number) => ({
    value,
    count: amount,
    spark: paths[index] ?? '',
    state: stateOf(value.id),
    isStop: value.id === stop,
  });
  const none = useMemo(
    () => ({ id: NONE, label: { [language]: valueLabel(tools, facet, NONE) } }),
    [tools, language, facet],
  );
  return (
    // `content-visibility` clips overflow, so the padding makes room inside for buttons that lie in the margins.
    <fieldset
      aria-labelledby={labelId}
      className="group/facet -mx-6 min-w-0 px-6 [contain-intrinsic-size:auto_14rem] [content-visibility:auto]"
      onFocus={({ target }) => setVisited(target.dataset.facetBox ?? visited)}
      onKeyDown={event => {
        range.onKeyDown(event);
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (!isPlain || !(event.target instanceof HTMLElement)) return;
        if (facetKeysCode.get()?.walkFacet(event.currentTarget, event.target, event.key)) event.preventDefault();
      }}
    >
      <FacetHead isStop={stop === undefined} {...{ facet, labelId, choice, isClosed, onClose, onChoose }} />
      {!isClosed && (
        <>
          {disclosure.pages > 0 && isLong && (
            <LazyPart code={searchCode}>
              {({ FacetSearch }) => (
                <FacetSearch
                  label={label}
                  search={disclosure.search}
                  matches={matches}
                  onSearch={search => setDisclosure({ ...disclosure, search })}
                />
              )}
            </LazyPart>
          )}
          <FacetRowsContext value={shared}>
            <ul>
              {rows.map(({ value, index, depth, isParent, isExpanded }) => (
                <FacetRowView
                  key={value.id}
                  depth={depth}
                  expanded={isParent ? isExpanded : undefined}
                  {...row(value, counts[index] ?? 0, index)}
                />
              ))}
              {hasNone && (
                <FacetRowView depth={0} expanded={undefined} {...row(none, count?.none ?? 0, facet.values.length)} />
              )}
            </ul>
          </FacetRowsContext>
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
