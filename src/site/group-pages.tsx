import { dateText, machineDate, yearText } from '../i18n/date-text';
import { headline } from '../i18n/headline';
import type { TextTools } from '../i18n/text-tools';
import { shortened } from '../lib/shortened';
import { type SpokenText, withLines } from '../lib/spoken-text';
import type { Activity, DatasetHead } from '../model/dataset';
import { activityFolder, BROWSE, toRoot } from '../model/site-paths';
import { onlyValue, type View, WHOLE_RECORD } from '../model/view';
import { Words } from '../ui/Words';
import type { Group, Groups } from './groups';
import { datasetLd } from './json-ld';
import { LONGEST_DESCRIPTION, MARKDOWN, pageHtml } from './SitePage';
import { languageFolder, languageOf, MAX_LISTED, queryIn, type SiteInput } from './site-input';
import { TextBlock } from './TextBlock';

const FEEDS = [
  ['atom', 'feed.xml'],
  ['json', 'feed.json'],
  ['calendar', 'calendar.ics'],
] as const;

export function viewOfGroup({ facet, value, year }: Group): View {
  if (facet && value) return { ...WHOLE_RECORD, ...onlyValue(facet.id, value.id) };
  return { ...WHOLE_RECORD, from: year?.iso ?? null, to: year?.iso ?? null };
}

/** Returns the title of a group: the headline that the explorer would show for it. */
export function titleOfGroup({ head }: Pick<SiteInput, 'head'>, tools: TextTools, group: Group): string {
  return headline(tools, head, viewOfGroup(group), { total: group.count, extent: null });
}

/** Returns the static HTML page of a year or a value, with a list of its activities. */
export function groupPage(site: SiteInput, tools: TextTools, group: Group): string {
  const { folder, activities, count, value, facet } = group;
  const root = toRoot(languageFolder(site, tools) + folder);
  const title = titleOfGroup(site, tools, group);
  return pageHtml(
    {
      site,
      tools,
      folder,
      title: here(title),
      language: tools.language,
      description: title,
      kind: 'website',
      view: viewOfGroup(group),
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
        <TextBlock as="p" className="summary" of={tools.spoken(value.description)} />
      )}
      <ActivityList {...{ site, tools, activities, count }} root={root} />
    </>,
  );
}

/**
 * Lists the first activities of a page. Each links to its own page if activities have pages, otherwise to the explorer.
 */
function ActivityList({ site, tools, activities, count, root }: ListProps) {
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
                site.hasActivityPages
                  ? inLanguage + activityFolder(activity.id)
                  : root + queryIn(site, tools, { ...WHOLE_RECORD, activity: activity.id })
              }
            >
              <Words of={tools.spoken(activity.title)} />
            </a>
          </li>
        ))}
      </ol>
      {listed.length < count && <p>{tools.t('site.more', { n: count - listed.length })}</p>}
    </>
  );
}

interface ListProps {
  site: SiteInput;
  tools: TextTools;
  activities: readonly Activity[];
  /** The number of all activities. At most `MAX_LISTED` of them are listed. */
  count: number;
  root: string;
}

/** Returns the page about the whole dataset, with its description and links to its years and values. */
export function browsePage(site: SiteInput, tools: TextTools, groups: Groups): string {
  const { head } = site;
  const root = toRoot(languageFolder(site, tools) + BROWSE);
  const inLanguage = root + languageFolder(site, tools);
  const title = tools.spoken(head.title);
  const description = head.description === undefined ? title.text : tools.words(head.description);
  return pageHtml(
    {
      site,
      tools,
      folder: BROWSE,
      title,
      language: languageOf(tools, head.title),
      description: shortened(description, LONGEST_DESCRIPTION),
      kind: 'website',
      view: WHOLE_RECORD,
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
        <TextBlock as="p" className="summary" of={withLines(tools.spoken(head.description))} />
      )}
      <GroupLinks title={here(tools.t('site.years'))} groups={groups.years} {...{ tools, inLanguage }} />
      {facetsWithGroups(head, groups.values).map(({ id, label, ofFacet }) => (
        <GroupLinks key={id} title={tools.spoken(label)} groups={ofFacet} {...{ tools, inLanguage }} />
      ))}
      {groups.others.length > 0 && (
        <section>
          <h2>{tools.t('date.none')}</h2>
          <ActivityList {...{ site, tools, root }} activities={groups.others} count={groups.others.length} />
        </section>
      )}
    </>,
  );
}

/** Marks a text as written in the language of the page's labels. */
function here(text: string): SpokenText {
  return { text, language: null };
}

function facetsWithGroups(head: DatasetHead, values: readonly Group[]) {
  return head.facets
    .map(({ id, label }) => ({ id, label, ofFacet: values.filter(({ facet }) => facet?.id === id) }))
    .filter(({ ofFacet }) => ofFacet.length > 0);
}

interface GroupsProps {
  title: SpokenText;
  groups: readonly Group[];
  tools: TextTools;
  inLanguage: string;
}

function GroupLinks({ title, groups, tools, inLanguage }: GroupsProps) {
  return (
    <section>
      <TextBlock as="h2" of={title} />
      <ul className="groups">
        {groups.map(({ folder, value, year, count }) => (
          <li key={folder}>
            <a href={inLanguage + folder}>
              {value ? <Words of={tools.spoken(value.label)} /> : yearText(tools, year?.firstDay ?? 0)}
            </a>{' '}
            <span>{tools.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
