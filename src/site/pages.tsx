import type { ReactNode } from 'react';
import { dateText, machineDate, yearText } from '../i18n/date-text';
import { headline } from '../i18n/headline';
import { numberText } from '../i18n/number-text';
import { placeText } from '../i18n/place-text';
import type { TextTools } from '../i18n/text-tools';
import { getOwn } from '../lib/get-own';
import { shortened } from '../lib/shortened';
import { withLines } from '../lib/spoken-text';
import { xmlText } from '../lib/xml';
import type { Activity, DatasetHead, FieldType, FieldValue } from '../model/dataset';
import { activityFolder, BROWSE, toRoot, valueFolder, yearFolder, yearOf } from '../model/site-paths';
import { onlyValue, type View, WHOLE_RECORD } from '../model/view';
import { Words } from '../ui/Words';
import type { Group } from './groups';
import { activityLd, datasetLd } from './json-ld';
import { languageFolder, pageHtml } from './SitePage';
import { MAX_LISTED, type SiteInput } from './site-input';

const LONGEST_DESCRIPTION = 200;

const MARKDOWN = ['markdown', 'index.md'] as const;
const FEEDS = [
  ['atom', 'feed.xml'],
  ['json', 'feed.json'],
  ['calendar', 'calendar.ics'],
] as const;

/** Returns the page of an activity. */
export function activityPage(site: SiteInput, tools: TextTools, activity: Activity): string {
  const { head } = site;
  const { words, spoken, t } = tools;
  const folder = activityFolder(activity.id);
  const root = toRoot(languageFolder(site, tools) + folder);
  const inLanguage = root + languageFolder(site, tools);
  const title = words(activity.title);
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
      description: shortened(summary || `${title}, ${when}`, LONGEST_DESCRIPTION),
      kind: 'article',
      query: `activity=${activity.id}`,
      meta: [
        ['DC.type', 'Text'],
        ['DC.identifier', activity.id],
        ...(activity.date === '' ? [] : [['DC.date', activity.date] as const]),
        ['DC.description', summary || title],
        ...(activity.place ? [['DC.coverage', placeText(tools, activity.place)] as const] : []),
        ['DCTERMS.isPartOf', words(head.title)],
        // Reference managers read these.
        ['citation_title', title],
        ...(activity.date === '' ? [] : [['citation_publication_date', activity.date] as const]),
        ...(head.publisher === undefined ? [] : [['citation_author', words(head.publisher)] as const]),
        ['citation_language', tools.language],
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
        <p className="summary">
          <Words of={withLines(spoken(activity.summary))} />
        </p>
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
        {activity.place && <Fact name={t('export.place')}>{placeText(tools, activity.place)}</Fact>}
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
              <a href={source.url}>{words(source.title)}</a>
            )}
            {item !== undefined && ` (${t('site.item', { item })})`}
          </Fact>
        )}
        <YearFact activity={activity} tools={tools} root={inLanguage} />
      </dl>
    </>,
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

/** Returns the view that shows a group in the explorer. */
export function viewOfGroup({ facet, value, year }: Group): View {
  if (facet && value) return { ...WHOLE_RECORD, ...onlyValue(facet.id, value.id) };
  return { ...WHOLE_RECORD, from: year ?? null, to: year ?? null };
}

/** Returns the name of a group in words, as the explorer's headline for it. */
export function titleOfGroup({ head }: Pick<SiteInput, 'head'>, tools: TextTools, group: Group): string {
  return headline(tools, head, viewOfGroup(group), { total: group.activities.length, extent: null });
}

/** Returns the page of a year or a value, with its activities. */
export function groupPage(site: SiteInput, tools: TextTools, group: Group, query: string): string {
  const { folder, activities, value, facet } = group;
  const root = toRoot(languageFolder(site, tools) + folder);
  const title = titleOfGroup(site, tools, group);
  return pageHtml(
    {
      site,
      tools,
      folder,
      title,
      description: title,
      kind: 'website',
      query,
      meta: [
        ['DC.type', 'Collection'],
        ['DC.description', title],
      ],
      ld: {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: title,
        inLanguage: tools.language,
        isPartOf: { '@type': 'Dataset', name: tools.words(site.head.title), url: site.url ?? root },
      },
      alternates: [MARKDOWN, ...(facet ? FEEDS : [])],
    },
    <>
      {value?.description !== undefined && (
        <p className="summary">
          <Words of={tools.spoken(value.description)} />
        </p>
      )}
      <ActivityList {...{ site, tools, activities }} root={root} />
    </>,
  );
}

/** Lists activities under their years. They are links where activities have pages. */
function ActivityList({ site, tools, activities, root }: ListProps) {
  const listed = activities.slice(0, MAX_LISTED);
  const inLanguage = root + languageFolder(site, tools);
  return (
    <>
      <ol className="activities">
        {listed.map(activity => (
          <li key={activity.id}>
            <time dateTime={machineDate(activity.date)}>{dateText(tools, activity.date)}</time>{' '}
            <a
              href={
                site.hasActivityPages ? inLanguage + activityFolder(activity.id) : `${root}?activity=${activity.id}`
              }
            >
              <Words of={tools.spoken(activity.title)} />
            </a>
          </li>
        ))}
      </ol>
      {listed.length < activities.length && <p>{tools.t('site.more', { n: activities.length - listed.length })}</p>}
    </>
  );
}

interface ListProps {
  site: SiteInput;
  tools: TextTools;
  activities: readonly Activity[];
  /** The relative address of the site's folder. */
  root: string;
}

/** Returns the page with the whole record: its description, its years and its values. */
export function browsePage(site: SiteInput, tools: TextTools, groups: { years: Group[]; values: Group[] }): string {
  const { head } = site;
  const root = toRoot(languageFolder(site, tools) + BROWSE);
  const inLanguage = root + languageFolder(site, tools);
  const title = tools.words(head.title);
  const description = head.description === undefined ? title : tools.words(head.description);
  return pageHtml(
    {
      site,
      tools,
      folder: BROWSE,
      title,
      description: shortened(description, LONGEST_DESCRIPTION),
      kind: 'website',
      query: '',
      meta: [
        ['DC.type', 'Dataset'],
        ['DC.identifier', head.id],
        ['DC.description', description],
        ...(head.updated === undefined ? [] : [['DC.date', head.updated] as const]),
      ],
      ld: datasetLd(site, tools, path => (site.url ?? root) + path),
      alternates: [
        ['markdown', `${inLanguage}index.md`],
        ...FEEDS.map(([type, file]) => [type, inLanguage + file] as const),
      ],
    },
    <>
      {head.description !== undefined && (
        <p className="summary">
          <Words of={withLines(tools.spoken(head.description))} />
        </p>
      )}
      <Groups title={tools.t('site.years')} groups={groups.years} {...{ tools, inLanguage }} />
      {facetsWithGroups(head, groups.values).map(({ id, label, ofFacet }) => (
        <Groups key={id} title={tools.words(label)} groups={ofFacet} {...{ tools, inLanguage }} />
      ))}
    </>,
  );
}

function facetsWithGroups(head: DatasetHead, values: readonly Group[]) {
  return head.facets
    .map(({ id, label }) => ({ id, label, ofFacet: values.filter(({ facet }) => facet?.id === id) }))
    .filter(({ ofFacet }) => ofFacet.length > 0);
}

interface GroupsProps {
  title: string;
  groups: readonly Group[];
  tools: TextTools;
  inLanguage: string;
}

function Groups({ title, groups, tools, inLanguage }: GroupsProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="groups">
        {groups.map(({ folder, value, activities }) => (
          <li key={folder}>
            <a href={inLanguage + folder}>
              {value ? tools.words(value.label) : yearText(tools, activities[0]?.earliest ?? 0)}
            </a>{' '}
            <span>{tools.number(activities.length)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Returns the page that leads from a former id to the activity. */
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
