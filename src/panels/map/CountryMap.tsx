import { useMemo, useState } from 'react';
import { useText } from '../../i18n/use-text';
import type { FacetCount } from '../../model/answer';
import { toggled } from '../../model/choosing';
import { countriesBelow, type GeoFacet, geoFacet } from '../../model/geo';
import { choiceOf, isNarrowed, type View, withChoice } from '../../model/view';
import type { CountsReply } from '../../model/wants';
import { useNavigation } from '../../navigation/navigation';
import { ViewLink } from '../../navigation/ViewLink';
import { multiplyingSteps } from '../../ui/shade-scale';
import { ColourChoice } from '../ColourChoice';
import { useColouring } from '../colouring';
import { useOpenDataset } from '../open-dataset';
import type { PanelProps } from '../panel';
import { MapLegend } from './MapLegend';
import { NamedPlaces } from './NamedPlaces';
import { PlaceList } from './PlaceList';
import { flat, largestCount, type MapPlace, placeOfNone, placesOf } from './places';
import { WorldPicture } from './WorldPicture';

/** Shows the selection's countries as a map and as a list. Both have the same content and the same controls. */
export function CountryMap({ view, replies, children }: PanelProps) {
  const { head } = useOpenDataset();
  const geo = useMemo(() => geoFacet(head), [head]);
  const colouring = useColouring();
  const { counts, rows } = replies;
  if (!rows) return null;
  return (
    <>
      <div className="no-print flex min-h-10 items-center pt-3 pb-1 max-md:hidden">{children}</div>
      {colouring && (
        <div className="pt-2">
          <ColourChoice view={view} counts={replies.colourCounts} />
        </div>
      )}
      {geo ? (
        <Mapped geo={geo} counts={counts} view={view} />
      ) : rows.rows.some(({ place }) => place) ? (
        <NamedPlaces total={counts.total} rows={rows.rows} />
      ) : (
        counts.total > 0 && <NoCountries view={view} />
      )}
    </>
  );
}

interface MappedProps {
  geo: GeoFacet;
  counts: CountsReply;
  view: View;
}

function Mapped({ geo, counts, view }: MappedProps) {
  const open = useOpenDataset();
  const { go } = useNavigation();
  const { t, words } = useText();
  const { facet } = geo;
  const [pointed, setPointed] = useState<string | null>(null);
  const below = useMemo(() => countriesBelow(geo), [geo]);
  const choice = choiceOf(view, facet.id);
  const ofFacet = (all: readonly FacetCount[]) => all.find(candidate => candidate.facet === facet.id);
  const count = ofFacet(counts.facets);
  const steps = multiplyingSteps(largestCount(geo, count));
  const places = placesOf(geo, count, choice, steps);
  const none = placeOfNone(facet, count, choice, ofFacet(open.counts));
  const isCountry = (place: MapPlace): place is MapPlace & { code: string } => place.code !== null;
  const countries = new Map(
    flat(places)
      .filter(isCountry)
      .map(place => [place.code, place]),
  );
  const lit = new Set(pointed === null ? [] : [pointed, ...(below.get(pointed) ?? [])]);
  const within = new Set(choice.include.flatMap(id => [...(below.get(id) ?? [])]));
  const toggle = (id: string) => go({ facets: withChoice(view, facet.id, toggled(choice, id)) });
  const shared = { lit, onLight: setPointed, onToggle: toggle };
  return (
    <section aria-label={t('panel.map')} className="@container pt-2">
      <div className="flex flex-col gap-x-10 gap-y-6 @4xl:flex-row">
        <div className="min-w-0 grow @4xl:sticky @4xl:top-18 @4xl:self-start">
          <WorldPicture
            label={t('map.picture', { facet: words(facet.label) })}
            countries={countries}
            within={within}
            {...shared}
          />
          <MapLegend steps={steps} hasChosen={choice.include.length > 0} />
        </div>
        <div className="@4xl:w-74 @4xl:shrink-0">
          <PlaceList facet={facet} places={none ? [...places, none] : places} {...shared} />
        </div>
      </div>
    </section>
  );
}

/** Replaces the map if neither a facet nor the loaded activities have countries or places. Links to the list panel. */
function NoCountries({ view }: Pick<PanelProps, 'view'>) {
  const { t } = useText();
  return (
    <div className="max-w-prose pt-8 pb-6">
      <p className="font-serif text-xl">{t(isNarrowed(view) ? 'map.noneHere' : 'map.none')}</p>
      <p className="mt-3">
        <ViewLink to={{ panel: 'list' }} className="link">
          {t('map.toList')}
        </ViewLink>
      </p>
    </div>
  );
}
