import { placeText } from '../i18n/place-text';
import type { TextTools } from '../i18n/text-tools';
import { hasCertainDays } from '../lib/certain-days';
import { isOpen, isoDay } from '../lib/day';
import type { Activity, DatasetHead } from '../model/dataset';
import { licenceOf } from '../model/licence';
import { activityFolder } from '../model/site-paths';
import { languageOf, type SiteInput } from './site-input';

type Ld = Record<string, unknown>;

/** Returns JSON for a script element. `<` is escaped, so that no text can end the element. */
export function ldText(data: Ld): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Describes the whole dataset as a schema.org `Dataset`. `address` converts a path in the site to an address. */
export function datasetLd(
  { head, extent, version }: SiteInput,
  tools: TextTools,
  address: (path: string) => string,
): Ld {
  const { words } = tools;
  const isKnown = extent && !isOpen(extent.earliest) && !isOpen(extent.latest);
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: words(head.title),
    ...(head.description !== undefined && { description: words(head.description) }),
    url: address(''),
    inLanguage: languageOf(tools, head.title),
    ...aboutRecord(head, words),
    ...(head.updated !== undefined && { dateModified: head.updated }),
    version,
    ...(isKnown && { temporalCoverage: `${isoDay(extent.earliest)}/${isoDay(extent.latest)}` }),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: address(`data/${head.id}.csv`) },
      { '@type': 'DataDownload', encodingFormat: 'text/calendar', contentUrl: address('calendar.ics') },
    ],
  };
}

/**
 * Describes an activity's entry in the dataset as a schema.org `CreativeWork`. If the place and all days are certain,
 * the entry is `about` an `Event`.
 */
export function activityLd(
  { head }: SiteInput,
  tools: TextTools,
  activity: Activity,
  address: (path: string) => string,
): Ld {
  const { words } = tools;
  const summary = activity.summary === undefined ? {} : { description: words(activity.summary) };
  const event = eventOf(activity, tools);
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': address(activityFolder(activity.id)),
    identifier: activity.id,
    name: words(activity.title),
    ...summary,
    url: address(activityFolder(activity.id)),
    inLanguage: languageOf(tools, activity.title),
    ...(activity.date !== '' && { temporalCoverage: activity.date }),
    isPartOf: { '@type': 'Dataset', name: words(head.title), url: address('') },
    ...aboutRecord(head, words),
    ...(event && { about: { ...event, ...summary } }),
  };
}

function aboutRecord({ publisher, license }: DatasetHead, words: TextTools['words']): Ld {
  const licence = license === undefined ? null : licenceOf(license);
  return {
    ...(publisher !== undefined && { publisher: { '@type': 'Organization', name: words(publisher) } }),
    ...(licence && { license: licence.url ?? licence.name }),
  };
}

function eventOf({ date, title, place, earliest, latest }: Activity, tools: TextTools): Ld | null {
  if (!place || !hasCertainDays(date)) return null;
  const [longitude, latitude] = place.coordinates ?? [];
  return {
    '@type': 'Event',
    name: tools.words(title),
    startDate: isoDay(earliest),
    endDate: isoDay(latest),
    location: {
      '@type': 'Place',
      name: placeText(tools, place),
      ...(place.country !== undefined && { address: { '@type': 'PostalAddress', addressCountry: place.country } }),
      ...(latitude !== undefined && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    },
  };
}
