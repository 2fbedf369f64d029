import { type ReactNode, useEffect, useRef, useState } from 'react';
import { filtersInWords, windowInWords } from '../i18n/headline';
import { quotedSearch } from '../i18n/quoted-search';
import { useText } from '../i18n/use-text';
import type { Density, FacetCount } from '../model/answer';
import { askedText } from '../model/asked-text';
import { type Facet, hasValues } from '../model/dataset';
import type { TimeAxis } from '../model/time-axis';
import { choiceOf, NO_CHOICE, type View, withChoice } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { PeriodList } from '../panels/density/PeriodList';
import { widgetFor } from '../panels/facets/widgets';
import { useOpenDataset } from '../panels/open-dataset';
import { SearchBox } from '../panels/search/SearchBox';
import { WindowFields } from '../panels/window/WindowFields';
import { Button, IconButton } from '../ui/Button';
import { Disclosure } from '../ui/Disclosure';

interface Props {
  view: View;
  counts: readonly FacetCount[];
  density: Density;
  /** Null if no activity has a date. */
  axis: TimeAxis | null;
  /** Whether the first filter is open and focused. True for side B of a new comparison, whose sides are still equal. */
  opensFirst: boolean;
}

interface Filter {
  key: string;
  name: string;
  /** The chosen values in words; '' if nothing is chosen. */
  value: string;
  removal: Partial<View>;
  content: (close: () => void) => ReactNode;
}

/** Shows a chip for each filter of one side of a comparison, and a list of filters to add. */
export function SideFilters({ opensFirst, ...side }: Props) {
  const { go } = useNavigation();
  const { t } = useText();
  const filters = useFilters(side);
  const used = filters.filter(({ value }) => value !== '');
  const [opened, setOpened] = useState<string | null>(opensFirst ? ((used[0] ?? filters[0])?.key ?? null) : null);
  const shown = filters.filter(({ key, value }) => value !== '' || key === opened);
  const row = useRef<HTMLUListElement>(null);
  const rest = filters.filter(filter => !shown.includes(filter));
  return (
    <ul ref={row} tabIndex={-1} className="mt-2 flex flex-wrap items-center gap-2">
      {shown.map(({ key, name, value, removal, content }) => (
        <li
          key={key}
          className="flex max-w-full min-w-0 items-center rounded-sm bg-accent-ground ps-2.5 forced-colors:border"
        >
          <Disclosure
            layout="over"
            align="start"
            width="w-80"
            state={[opened === key, isOpen => setOpened(isOpen ? key : null)]}
            label={
              <span className="min-w-0 truncate">
                <span className="text-ink-2">{t('chip.name', { name })} </span>
                <bdi className="font-medium">{value || t('compare.any')}</bdi>
              </span>
            }
          >
            {close => (
              <Choosing>
                {content(() => {
                  close();
                  if (value === '') row.current?.focus();
                })}
              </Choosing>
            )}
          </Disclosure>
          {value ? (
            <IconButton
              icon="close"
              label={t('chip.remove', { name, value })}
              onClick={() => {
                row.current?.focus();
                setOpened(null);
                go(removal);
              }}
            />
          ) : (
            <span className="pe-2.5" />
          )}
        </li>
      ))}
      {rest.length > 0 && (
        <li className="text-accent">
          <Disclosure layout="over" align="start" width="w-56" label={t('compare.addFilter')}>
            {() => (
              <ul>
                {rest.map(({ key, name }) => (
                  <li key={key}>
                    <Button className="w-full text-ink" onClick={() => setOpened(key)}>
                      {name}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Disclosure>
        </li>
      )}
    </ul>
  );
}

/** Focuses the first checked box of an open filter, or the first field if none is checked. */
function Choosing({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLElement>('input:checked') ?? box.current?.querySelector('input');
    field?.focus();
  }, []);
  return (
    <div ref={box} className="max-h-[min(24rem,60dvh)] overflow-x-hidden overflow-y-auto">
      {children}
    </div>
  );
}

function useFilters({ view, counts, density, axis }: Omit<Props, 'opensFirst'>): Filter[] {
  const open = useOpenDataset();
  const { go } = useNavigation();
  const tools = useText();
  const { t, words } = tools;
  const { head } = open;
  const ofFacet = (facet: Facet): Filter => {
    const Widget = widgetFor(facet);
    const of = (all: readonly FacetCount[]) => all.find(count => count.facet === facet.id);
    return {
      key: `facet ${facet.id}`,
      name: words(facet.label),
      value: filtersInWords(tools, { ...head, facets: [facet] }, { ...view, q: '' }),
      removal: { facets: withChoice(view, facet.id, NO_CHOICE) },
      content: close => (
        <div className="px-6 pb-1">
          <Widget
            facet={facet}
            choice={choiceOf(view, facet.id)}
            counts={{ selection: of(counts), record: of(open.counts) }}
            order="given"
            spark={null}
            isClosed={false}
            onClose={close}
            onChoose={choice => go({ facets: withChoice(view, facet.id, choice) })}
          />
        </div>
      ),
    };
  };
  const text: Filter = {
    key: 'text',
    name: t('chip.search'),
    value: askedText(view.q) ? quotedSearch(tools, view.q) : '',
    removal: { q: '' },
    content: () => (
      <div className="p-2">
        <SearchBox q={view.q} offers={null} onPick={() => {}} />
      </div>
    ),
  };
  const { from, to } = view;
  const window: Filter = {
    key: 'window',
    name: t('chip.window'),
    value: windowInWords(tools, view),
    removal: { from: null, to: null },
    content: close => (
      <div className="p-1">
        <WindowFields window={{ from, to }} bounds={axis?.bounds ?? null} />
        {axis && (
          <div className="mt-2">
            <PeriodList
              axis={axis}
              selection={density}
              window={{ from, to }}
              isFiltered={false}
              onChoose={patch => {
                close();
                go(patch);
              }}
            />
          </div>
        )}
      </div>
    ),
  };
  return [...head.facets.filter(hasValues).map(ofFacet), text, window];
}
