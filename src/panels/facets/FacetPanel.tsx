import { memo, type ReactNode, useId, useRef } from 'react';
import { useText } from '../../i18n/use-text';
import type { DaySpan } from '../../lib/day';
import type { FacetCount, Trends } from '../../model/answer';
import { hasValues } from '../../model/dataset';
import { choiceOf, type View, withChoice } from '../../model/view';
import { useNavigation } from '../../navigation/navigation';
import { usePreference } from '../../ui/use-preference';
import { useRoving } from '../../ui/use-roving';
import { useOpenDataset } from '../open-dataset';
import { SparkPaint } from './Sparkline';
import { VALUE_ORDERS } from './value-order';
import { widgetFor } from './widgets';

interface Props extends Pick<View, 'facets' | 'from' | 'to'> {
  counts: readonly FacetCount[];
  /** Undefined while loading. */
  trends: Trends | undefined;
  bounds: DaySpan | null;
  /** Content for the start of the panel's first line. */
  children?: ReactNode;
}

/** Shows all facets. The browser remembers the chosen order of values and the collapsed facets. */
export const FacetPanel = memo(function FacetPanel({ facets, from, to, counts, trends, bounds, children }: Props) {
  const { go } = useNavigation();
  const { t } = useText();
  const open = useOpenDataset();
  const paint = useId();
  const roving = useRoving(useRef<HTMLDivElement>(null));
  const [chosenOrder, chooseOrder] = usePreference('facets.order', 'given');
  const order = VALUE_ORDERS.find(candidate => candidate === chosenOrder) ?? 'given';
  const [closedIds, setClosedIds] = usePreference(`facets.closed ${open.head.id}`, '');
  const closed = new Set(closedIds.split(' ').filter(Boolean));
  const close = (id: string, isClosed: boolean) =>
    setClosedIds([...[...closed].filter(other => other !== id), ...(isClosed ? [id] : [])].join(' '));
  const parts = trends?.parts ?? 0;
  return (
    <div className="relative flex flex-col gap-4">
      {bounds && <SparkPaint id={paint} window={{ from, to }} bounds={bounds} parts={parts} />}
      <div
        role="toolbar"
        aria-label={t('facets.tools')}
        {...roving}
        className="-mb-2 flex items-center justify-between gap-3 text-xs text-ink-2"
      >
        {children}
        <select
          aria-label={t('facets.order')}
          value={order}
          className="ms-auto -me-1 min-h-6 rounded-sm bg-paper text-end hover:text-ink pointer-coarse:min-h-11"
          onChange={event => chooseOrder(event.target.value)}
        >
          {VALUE_ORDERS.map(option => (
            <option key={option} value={option}>
              {t(`facets.order.${option}`)}
            </option>
          ))}
        </select>
      </div>
      <p className="sr-only">{t('facet.help')}</p>
      {open.head.facets.filter(hasValues).map(facet => {
        const Widget = widgetFor(facet);
        return (
          <Widget
            key={facet.id}
            facet={facet}
            choice={choiceOf({ facets }, facet.id)}
            counts={{ selection: ofFacet(counts, facet.id), record: ofFacet(open.counts, facet.id) }}
            order={order}
            spark={bounds && { trend: ofFacet(trends?.facets ?? [], facet.id), paint, parts }}
            isClosed={closed.has(facet.id)}
            onClose={isClosed => close(facet.id, isClosed)}
            onChoose={choice => go({ facets: withChoice({ facets }, facet.id, choice) })}
          />
        );
      })}
    </div>
  );
});

function ofFacet<Part extends { facet: string }>(parts: readonly Part[], id: string): Part | undefined {
  return parts.find(({ facet }) => facet === id);
}
