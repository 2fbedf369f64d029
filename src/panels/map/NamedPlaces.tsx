import { useMemo, useState } from 'react';
import { countryName } from '../../i18n/place-text';
import { useDates } from '../../i18n/use-dates';
import type { ActivityRow } from '../../model/answer';
import { coloursOf } from '../../model/colour';
import { ViewLink } from '../../navigation/ViewLink';
import { multiplyingSteps, stepOf } from '../../ui/shade-scale';
import { Words } from '../../ui/Words';
import { useColouring } from '../colouring';
import { MapLegend } from './MapLegend';
import { byCountry, type CountryRows } from './named-places';
import type { MapPlace } from './places';
import { projected } from './projection';
import { WorldPicture } from './WorldPicture';

interface Props {
  rows: readonly ActivityRow[];
  /** The number of activities in the selection. `rows` may have only the first of them. */
  total: number;
}

const NO_COUNTRY = '';

/**
 * Shows a map and a list of countries for a dataset that has places but no facet of countries. A country in the list
 * expands into the list of its activities. It does not filter, because links can't express a filter by place.
 */
export function NamedPlaces({ rows, total }: Props) {
  const { t, language, exact, spoken, date } = useDates();
  const [pointed, setPointed] = useState<string | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => byCountry(rows), [rows]);
  const steps = multiplyingSteps(Math.max(1, ...groups.map(group => (group.code === null ? 0 : group.rows.length))));
  const nameOf = ({ code }: CountryRows) =>
    code === null ? t('map.noCountry') : (countryName(language, code) ?? code);
  const countries = new Map(
    groups.flatMap((group): [string, MapPlace][] => {
      const { code } = group;
      if (code === null) return [];
      const count = group.rows.length;
      const value = { id: code, label: nameOf(group) };
      return [[code, { value, count, state: 'free', code, step: stepOf(steps, count), below: [] }]];
    }),
  );
  const colouring = useColouring();
  const points = rows.flatMap(({ place, tags }) =>
    place?.coordinates
      ? [{ ...projected(place.coordinates), ...(colouring && { colours: coloursOf(colouring, tags) }) }]
      : [],
  );
  const setOpen = (code: string, isOpen: boolean) => {
    const others = [...opened].filter(other => other !== code);
    setOpened(new Set(isOpen ? [...others, code] : others));
  };
  return (
    <section aria-label={t('panel.map')} className="@container pt-2">
      {rows.length < total && <p className="pb-2 text-ink-2">{t('map.firstOnly', { n: rows.length, total })}</p>}
      <div className="flex flex-col gap-x-10 gap-y-6 @4xl:flex-row">
        <div className="min-w-0 grow @4xl:sticky @4xl:top-18 @4xl:self-start">
          <WorldPicture
            label={t('map.picture', { facet: t('map.places') })}
            countries={countries}
            points={points}
            lit={new Set(pointed === null ? [] : [pointed])}
            within={opened}
            onLight={setPointed}
            onToggle={code => setOpen(code, !opened.has(code))}
          />
          <MapLegend steps={steps} hasChosen={false} />
        </div>
        <ul aria-label={t('map.places')} className="min-w-0 @4xl:w-74 @4xl:shrink-0">
          {groups.map(group => {
            const code = group.code ?? NO_COUNTRY;
            return (
              <li key={code} className={`border-b border-faint ${pointed === code ? 'bg-raised' : ''}`}>
                <details
                  open={opened.has(code)}
                  onToggle={({ currentTarget }) => {
                    if (currentTarget.open !== opened.has(code)) setOpen(code, currentTarget.open);
                  }}
                  onPointerEnter={() => setPointed(code)}
                  onPointerLeave={() => setPointed(null)}
                >
                  <summary className="min-h-6.5 py-0.5 pointer-coarse:min-h-11 pointer-coarse:py-3">
                    <bdi>{nameOf(group)}</bdi>
                    <span className="sr-only">, {t('activities', { n: group.rows.length })}</span>
                    <span aria-hidden="true" className="float-end text-ink-2">
                      {exact(group.rows.length)}
                    </span>
                  </summary>
                  {opened.has(code) && (
                    <ul className="ps-4 pb-2">
                      {group.rows.map(row => (
                        <li key={row.id}>
                          <ViewLink
                            to={{ activity: row.id }}
                            data-activity={row.id}
                            className="block py-1 hover:text-accent"
                          >
                            <span className="block text-xs text-ink-2">
                              {date(row.date)} · {row.place && <Words of={spoken(row.place.name)} />}
                            </span>
                            <Words of={spoken(row.title)} />
                          </ViewLink>
                        </li>
                      ))}
                    </ul>
                  )}
                </details>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
