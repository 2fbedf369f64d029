import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '../../i18n/use-text';
import type { ActivityRow, FacetCount } from '../../model/answer';
import { toggled } from '../../model/choosing';
import type { DatasetHead } from '../../model/dataset';
import { countriesBelow, type GeoFacet, geoFacet } from '../../model/geo';
import { choiceOf, isNarrowed, type View, withChoice } from '../../model/view';
import type { CountsReply } from '../../model/wants';
import { useNavigation } from '../../navigation/navigation';
import { ViewLink } from '../../navigation/ViewLink';
import { multiplyingSteps } from '../../ui/shade-scale';
import { MapLegend } from './MapLegend';
import { NamedPlaces } from './NamedPlaces';
import { PlaceList } from './PlaceList';
import { flat, largestCount, type MapPlace, placeOfNone, placesOf } from './places';
import { WorldPicture } from './WorldPicture';

interface Props {
  head: DatasetHead;
  counts: CountsReply;
  /** The activities that a map of their own places is made of, where no facet has countries. */
  rows: readonly ActivityRow[];
  /** Counts of the whole record: what decides which rows there are, so that none comes or goes. */
  recordCounts: readonly FacetCount[];
  view: View;
  /** The boxes that say the window in words. */
  children: ReactNode;
}

/** Where the selection is: the facet of places as a picture and, its equal, as a list. */
export function CountryMap({ children, ...props }: Props) {
  const geo = useMemo(() => geoFacet(props.head), [props.head]);
  return (
    <>
      <div className="no-print flex min-h-10 items-center pt-3 pb-1 max-md:hidden">{children}</div>
      {geo ? (
        <Mapped geo={geo} {...props} />
      ) : props.rows.some(({ place }) => place) ? (
        <NamedPlaces total={props.counts.total} {...props} />
      ) : (
        props.counts.total > 0 && <NoCountries {...props} />
      )}
    </>
  );
}

type MappedProps = Omit<Props, 'children'> & { geo: GeoFacet };

function Mapped({ geo, counts, recordCounts, view }: MappedProps) {
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
  const none = placeOfNone(facet, count, choice, ofFacet(recordCounts));
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

/** What names neither countries nor places has no map; the list has all of it. */
function NoCountries({ view }: Pick<Props, 'view'>) {
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
