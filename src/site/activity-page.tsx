import type { ReactNode } from 'react';
import { dateText, machineDate, yearText } from '../i18n/date-text';
import { numberText } from '../i18n/number-text';
import { countryName, placeText } from '../i18n/place-text';
import type { TextTools } from '../i18n/text-tools';
import { getOwn } from '../lib/get-own';
import { shortened } from '../lib/shortened';
import { withLines } from '../lib/spoken-text';
import { xmlText } from '../lib/xml';
import type { Activity, FieldType, FieldValue, Place } from '../model/dataset';
import { activityFolder, toRoot, valueFolder, yearFolder, yearOf } from '../model/site-paths';
import { WHOLE_RECORD } from '../model/view';
import { Words } from '../ui/Words';
import { activityLd } from './json-ld';
import { LONGEST_DESCRIPTION, MARKDOWN, pageHtml } from './SitePage';
import { languageFolder, languageOf, type SiteInput } from './site-input';
import { TextBlock } from './TextBlock';

export function activityPage(site: SiteInput, tools: TextTools, activity: Activity): string {
  const { head } = site;
  const { words, spoken, t } = tools;
  const folder = activityFolder(activity.id);
  const root = toRoot(languageFolder(site, tools) + folder);
  const inLanguage = root + languageFolder(site, tools);
  const title = spoken(activity.title);
  const language = languageOf(tools, activity.title);
  const when = dateText(tools, activity.date);
  const source = head.sources.find(({ id }) => id === activity.source?.id);
  const item = activity.source?.item;
  const summary = activity.summary === undefined ? '' : words(activity.summary);
  return pageHtml(
    {
      site,
      tools,
      folder,
      title,
      language,
      description: shortened(summary || `${title.text}, ${when}`, LONGEST_DESCRIPTION),
      kind: 'article',
      view: { ...WHOLE_RECORD, activity: activity.id },
      meta: [
        ['DC.type', 'Text'],
        ['DC.identifier', activity.id],
        ...(activity.date === '' ? [] : [['DC.date', activity.date] as const]),
        ['DC.description', summary || title.text],
        ...(activity.place ? [['DC.coverage', placeText(tools, activity.place)] as const] : []),
        ['DCTERMS.isPartOf', words(head.title)],
        // Reference managers read the `citation_` entries.
        ['citation_title', title.text],
        ...(activity.date === '' ? [] : [['citation_publication_date', activity.date] as const]),
        ...(head.publisher === undefined ? [] : [['citation_author', words(head.publisher)] as const]),
        ['citation_language', language],
      ],
      ld: activityLd(site, tools, activity, path => (site.url ?? root) + path),
      alternates: [MARKDOWN],
      oembed: `${root}oembed/${activity.id}.json`,
    },
    <>
      <p className="date">
        <time dateTime={machineDate(activity.date)}>{when}</time>
      </p>
      {activity.summary !== undefined && (
        <TextBlock as="p" className="summary" of={withLines(spoken(activity.summary))} />
      )}
      <dl>
        {head.facets.map(({ id, label, values }) => {
          const ids = getOwn(activity.tags, id) ?? [];
          const tagged = values.filter(value => ids.includes(value.id));
          return (
            tagged.length > 0 && (
              <Fact key={id} name={<Words of={spoken(label)} />}>
                <ul>
                  {tagged.map(value => (
                    <li key={value.id}>
                      <a href={inLanguage + valueFolder(id, value.id)}>
                        <Words of={spoken(value.label)} />
                      </a>
                    </li>
                  ))}
                </ul>
              </Fact>
            )
          );
        })}
        {head.fields?.map(({ id, label, type }) => {
          const value = getOwn(activity.values ?? {}, id);
          return value === undefined ? null : (
            <Fact key={id} name={<Words of={spoken(label)} />}>
              <FieldText {...{ tools, type, value }} />
            </Fact>
          );
        })}
        {activity.place && (
          <Fact name={t('export.place')}>
            <PlaceName tools={tools} place={activity.place} />
          </Fact>
        )}
        {activity.dateNote !== undefined && (
          <Fact name={t('export.dateNote')}>
            <Words of={spoken(activity.dateNote)} />
          </Fact>
        )}
        {(activity.links ?? []).map(({ label, url }) => (
          <Fact key={url} name={t('export.link')}>
            <a href={url}>
              <Words of={spoken(label)} />
            </a>
          </Fact>
        ))}
        {source && (
          <Fact name={t('export.source')}>
            {source.url === undefined ? (
              <Words of={spoken(source.title)} />
            ) : (
              <a href={source.url}>
                <Words of={spoken(source.title)} />
              </a>
            )}
            {item !== undefined && ` (${t('site.item', { item })})`}
          </Fact>
        )}
        <YearFact activity={activity} tools={tools} root={inLanguage} />
      </dl>
    </>,
  );
}

/** Writes the name of a place in the dataset's words, then its country in the reader's language. */
function PlaceName({ tools, place }: { tools: TextTools; place: Place }) {
  const { name, country } = place;
  const inWords = country && countryName(tools.language, country);
  return (
    <>
      <Words of={tools.spoken(name)} />
      {inWords && inWords !== tools.words(name) && `, ${inWords}`}
    </>
  );
}

function YearFact({ activity, tools, root }: { activity: Activity; tools: TextTools; root: string }) {
  const year = yearOf(activity);
  if (year === null) return null;
  return (
    <Fact name={tools.t('site.year')}>
      <a href={root + yearFolder(year)}>{yearText(tools, activity.earliest)}</a>
    </Fact>
  );
}

function FieldText({ tools, type, value }: { tools: TextTools; type: FieldType; value: FieldValue }) {
  if (typeof value === 'number') return numberText(value, tools.language);
  if (typeof value === 'string' && type === 'link') return <a href={value}>{value}</a>;
  if (typeof value === 'string' && type === 'date') return dateText(tools, value);
  return <Words of={withLines(tools.spoken(value))} />;
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Returns the page at a former id of an activity. It redirects to the activity's page. */
export function redirectPage(site: SiteInput, tools: TextTools, id: string): string {
  const target = xmlText(`../${id}/`);
  const whole = site.url === null ? target : xmlText(site.url + languageFolder(site, tools) + activityFolder(id));
  return [
    '<!doctype html>',
    `<html lang="${tools.language}"><head><meta charset="utf-8"><title>${xmlText(id)}</title>`,
    `<link rel="canonical" href="${whole}">`,
    `<meta http-equiv="refresh" content="0; url=${target}"></head>`,
    `<body><p><a href="${target}">${xmlText(id)}</a></p></body></html>\n`,
  ].join('\n');
}
